using System.Text;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Runs;

/// <summary>A file that a command wrote its output to, of which the end is shown.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Mask">Takes secrets out.</param>
internal sealed record CapturedText(string File, Func<string, string> Mask)
{
    /// <summary>How many characters are shown at most, as of a command of Systems Manager.</summary>
    internal const int Most = 24_000;

    // A secret that is cut in two would be masked no more: what is read begins this much earlier, and no secret is as long.
    private const int Margin = 65_536;
    private const int LongestCharacter = 4;

    /// <summary>Reads it and removes it.</summary>
    /// <returns>Null if there is nothing in it.</returns>
    public async Task<string?> TakeAsync(CancellationToken cancellationToken)
    {
        // What a command left running may have put anything there.
        if (!System.IO.File.Exists(File) || EntryStatus.Of(File) is not { IsLink: false, Special: null })
        {
            return null;
        }

        var text = Mask(await EndAsync(cancellationToken));
        System.IO.File.Delete(File);
        return text.Length == 0 ? null : text.Length <= Most ? text : $"({text.Length - Most} characters and what was before them are in the log)\n{text[^Most..]}";
    }

    private async Task<string> EndAsync(CancellationToken cancellationToken)
    {
        await using var file = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(Math.Max(0, file.Length - Margin - (Most * LongestCharacter)), SeekOrigin.Begin);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
