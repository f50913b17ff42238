using Sluice.Packages.Contents;

namespace Sluice.Packages.Formats.PyPi.Uploads;

/// <summary>What was uploaded: the form's fields and its file, which is in a temporary file that is gone when this is disposed of.</summary>
/// <param name="Fields">By their names; one that was sent twice has two values.</param>
/// <param name="FileName">The file's name; null if there is no file.</param>
/// <param name="File">The file.</param>
/// <param name="Content">What it is; null if there is no file.</param>
internal sealed record UploadForm(IReadOnlyDictionary<string, IReadOnlyList<string>> Fields, string? FileName, FileStream File, StoredContent? Content) : IAsyncDisposable
{
    /// <summary>The first value of a field; null if it was not sent, or is empty.</summary>
    public string? Text(string name) => Fields.TryGetValue(name, out var values) && values[0].Length > 0 ? values[0] : null;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => File.DisposeAsync();
}
