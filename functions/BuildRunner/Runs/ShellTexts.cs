using Sluice.BuildRunner.Shells;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Runs;

/// <summary>Asks the build's shell for what variables hold and what texts mean.</summary>
/// <param name="shell">It.</param>
/// <param name="folder">Where the shell may write.</param>
internal sealed class ShellTexts(IShell shell, string folder)
{
    // No line of a text that a buildspec could hold.
    private const string End = "__SLUICE_END_OF_TEXT__";

    /// <summary>The variables' values. One that is not set is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> VariablesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var file = Path.Combine(folder, $"variable-{name}");
            await shell.RunAsync($"if [ -n \"${{{name}+set}}\" ]; then printf '%s' \"${{{name}}}\" > {ShellWords.Quoted(file)}; fi", succeeding: true, cancellationToken);
            if (await TakeAsync(file, cancellationToken) is { } value)
            {
                values[name] = value;
            }
        }

        return values;
    }

    /// <summary>What the shell makes of a text with variables and commands in it.</summary>
    /// <returns>Null if it makes nothing of it: what it says of that is in the log.</returns>
    public async Task<string?> EvaluateAsync(string text, CancellationToken cancellationToken)
    {
        if (!text.AsSpan().ContainsAny("$`\\"))
        {
            return text;
        }

        var file = Path.Combine(folder, "text");
        var status = await shell.RunAsync($"cat > {ShellWords.Quoted(file)} <<{End}\n{text}\n{End}", succeeding: true, cancellationToken);
        return await TakeAsync(file, cancellationToken) is { } value && status == 0 ? value.TrimEnd('\n') : null;
    }

    private static async Task<string?> TakeAsync(string file, CancellationToken cancellationToken)
    {
        // What a command left running may have put anything there.
        if (!File.Exists(file) || EntryStatus.Of(file) is not { IsLink: false, Special: null })
        {
            return null;
        }

        var text = await File.ReadAllTextAsync(file, cancellationToken);
        File.Delete(file);
        return text;
    }
}
