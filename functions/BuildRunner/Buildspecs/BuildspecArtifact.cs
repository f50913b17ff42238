namespace Sluice.BuildRunner.Buildspecs;

/// <summary>Which files make an artifact.</summary>
/// <param name="Files">Patterns relative to the base directory. Paths may have variables.</param>
/// <param name="BaseDirectory">A pattern for folders, relative to the source or not; null is the source itself.</param>
/// <param name="ExcludePaths">Patterns relative to the base directory.</param>
/// <param name="DiscardPaths">Whether the files lose their folders.</param>
internal sealed record BuildspecArtifact(
    IReadOnlyList<string> Files, string? BaseDirectory, IReadOnlyList<string> ExcludePaths, bool DiscardPaths);
