using Sluice.BuildContract.Jobs;

namespace Sluice.Builds.Model;

/// <summary>The pipeline's action that a build is made for.</summary>
/// <param name="Token">The pipeline's task that waits for the build. A bearer secret.</param>
/// <param name="OutputArtifact">The artifact's name in the pipeline; null if the action has no output.</param>
/// <param name="Source">What the primary input artifact is.</param>
internal sealed record ActionTask(string Token, string? OutputArtifact, JobSource Source)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => $"an action's task with the source {Source.Repository ?? Source.Object?.ToString()}";
}
