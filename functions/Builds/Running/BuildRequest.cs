namespace Sluice.Builds.Running;

/// <summary>Which build a machine is at.</summary>
/// <param name="BuildId">Which build.</param>
/// <param name="TaskToken">Completed with a <see cref="BuildTask"/> when it is its turn.</param>
/// <param name="RetryCount">Which try of the task this is, from 0.</param>
public sealed record BuildRequest(string BuildId, string TaskToken, int RetryCount = 0);
