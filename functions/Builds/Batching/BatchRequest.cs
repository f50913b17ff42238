namespace Sluice.Builds.Batching;

/// <summary>Which batch a machine is at.</summary>
/// <param name="BatchId">Which batch.</param>
/// <param name="TaskToken">Completed when it has ended.</param>
/// <param name="RetryCount">Which try of the task this is, from 0.</param>
public sealed record BatchRequest(string BatchId, string TaskToken, int RetryCount = 0);
