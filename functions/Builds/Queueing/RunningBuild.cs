namespace Sluice.Builds.Queueing;

/// <summary>A build whose turn has come.</summary>
/// <param name="BuildId">Which one.</param>
/// <param name="Project">Whose.</param>
/// <param name="Fleet">The fleet whose capacity it takes; null if it takes none's.</param>
/// <param name="IsTold">Whether its machine has been told.</param>
internal sealed record RunningBuild(string BuildId, string Project, string? Fleet = null, bool IsTold = false);
