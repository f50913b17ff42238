namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>What <see cref="ExecutionStarts"/> takes.</summary>
/// <param name="Name">The pipeline.</param>
/// <param name="ClientRequestToken">1 to 128 of <c>A-Z a-z 0-9 -</c>: the same token is the same run.</param>
/// <param name="Detail">What the run's trigger says for people; null is a default.</param>
public sealed record StartRequest(string Name, string? ClientRequestToken = null, string? Detail = null);
