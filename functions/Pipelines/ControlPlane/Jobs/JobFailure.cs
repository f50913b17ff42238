namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>Why a worker could not do a job.</summary>
/// <param name="JobId">The job.</param>
/// <param name="ClientToken">A partner's; null for a worker of the team's own.</param>
/// <param name="Details">What it says.</param>
internal sealed record JobFailure(string JobId, string? ClientToken, FailureDetails Details);
