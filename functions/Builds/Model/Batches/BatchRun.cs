using Sluice.BuildContract;

namespace Sluice.Builds.Model.Batches;

/// <summary>One try of a build of a batch.</summary>
/// <param name="BuildId">The build's UUID.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Status">As it was last seen.</param>
/// <param name="Artifacts">What it stored.</param>
internal sealed record BatchRun(string BuildId, DateTimeOffset RequestedOn, BuildStatus Status, IReadOnlyList<StoredArtifact> Artifacts);
