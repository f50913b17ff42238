using Sluice.BuildContract;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Model.Batches;

/// <summary>One try of a build of a batch.</summary>
/// <param name="BuildId">The build's UUID.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Status">As it was last seen.</param>
/// <param name="Artifacts">What it stored.</param>
internal sealed record BatchRun(string BuildId, DateTimeOffset RequestedOn, BuildStatus Status, IReadOnlyList<StoredArtifact> Artifacts)
{
    /// <summary>What of it a pipeline is handed, by the pipeline's names for it.</summary>
    public IReadOnlyDictionary<string, ObjectRef> OutputArtifacts { get; init; } = new Dictionary<string, ObjectRef>();

    /// <summary>As the build is now; while it goes on, as it was.</summary>
    public BatchRun Seen(BuildRecord build) => build.HasEnded() ? this with { Status = build.Status, Artifacts = build.Artifacts, OutputArtifacts = build.OutputArtifacts } : this;
}
