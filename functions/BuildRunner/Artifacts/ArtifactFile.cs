namespace Sluice.BuildRunner.Artifacts;

/// <summary>A file of an artifact.</summary>
/// <param name="Path">As the user knows it, for messages.</param>
/// <param name="FullPath">Where it is, links followed.</param>
/// <param name="EntryName">What it is called in the zip, divided by slashes.</param>
internal sealed record ArtifactFile(string Path, string FullPath, string EntryName)
{
    /// <summary>Where a link that stays one points to, relative to where it is; null of a file.</summary>
    public string? LinkTarget { get; init; }
}
