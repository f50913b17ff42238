using Sluice.BuildRunner.Artifacts;

namespace Sluice.BuildRunner.Handing;

/// <summary>An artifact that only has to be stored.</summary>
/// <param name="Wanted">Which.</param>
/// <param name="Files">What is in it, at least one.</param>
/// <param name="Zip">Null if its files are stored one by one.</param>
internal sealed record ReadyArtifact(WantedArtifact Wanted, IReadOnlyList<ArtifactFile> Files, PackedArtifact? Zip)
{
    /// <summary>For the log.</summary>
    public string Count => Files.Count == 1 ? "1 file" : $"{Files.Count} files";
}
