namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Which files make an artifact.</summary>
/// <param name="Files">Patterns relative to the base directory. Paths may have variables.</param>
/// <param name="BaseDirectory">A pattern for folders, relative to the source or not; null is the source itself.</param>
/// <param name="ExcludePaths">Patterns relative to the base directory.</param>
/// <param name="DiscardPaths">Whether the files lose their folders.</param>
internal sealed record BuildspecArtifact(
    IReadOnlyList<string> Files, string? BaseDirectory, IReadOnlyList<string> ExcludePaths, bool DiscardPaths)
{
    /// <summary>Evaluated by the build's shell; of effect where the project lets it. Null for the project's name.</summary>
    public string? Name { get; init; }

    /// <summary>Before the build's id in the key of a bucket; null for none.</summary>
    public string? S3Prefix { get; init; }

    /// <summary>Whether links stay links.</summary>
    public bool KeepsLinks { get; init; }
}
