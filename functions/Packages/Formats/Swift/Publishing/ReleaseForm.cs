using Sluice.Packages.Contents;

namespace Sluice.Packages.Formats.Swift.Publishing;

/// <summary>What was sent to be published. Its archive is in a temporary file that is gone when this is disposed of.</summary>
/// <param name="Archive">The archive.</param>
internal sealed record ReleaseForm(FileStream Archive) : IAsyncDisposable
{
    /// <summary>What the archive is; null if none was sent.</summary>
    public StoredContent? Content { get; set; }

    /// <summary>The small parts, by their names.</summary>
    public Dictionary<string, byte[]> Parts { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Archive.DisposeAsync();
}
