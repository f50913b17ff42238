namespace Sluice.Builds.Queueing;

/// <summary>A build that runs or waits for its turn.</summary>
/// <param name="BuildId">Which one.</param>
/// <param name="TaskToken">The machine's task that waits for the turn. A bearer secret.</param>
/// <param name="IsTold">Whether its machine has been told that it is its turn.</param>
internal sealed record QueuedBuild(string BuildId, string TaskToken, bool IsTold = false);
