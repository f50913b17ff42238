namespace Sluice.BuildRunner.Artifacts;

/// <summary>What an artifact holds, in the order of the names.</summary>
/// <param name="Files">At least one.</param>
/// <param name="Notes">What the user may not have meant, for the log.</param>
internal sealed record ArtifactContent(IReadOnlyList<ArtifactFile> Files, IReadOnlyList<string> Notes);
