namespace Sluice.Pipelines.ControlPlane.Jobs;

/// <summary>What a worker says of a job that it has done, or done a part of.</summary>
/// <param name="JobId">The job.</param>
/// <param name="ClientToken">A partner's; null for a worker of the team's own.</param>
internal sealed record JobSuccess(string JobId, string? ClientToken = null)
{
    /// <summary>What the next job begins with; null if the action is done.</summary>
    public string? ContinuationToken { get; init; }

    public CurrentRevision? CurrentRevision { get; init; }

    public ExecutionDetails? Details { get; init; }

    public IReadOnlyDictionary<string, string>? OutputVariables { get; init; }
}
