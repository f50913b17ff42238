namespace Sluice.Pipelines.Model;

/// <summary>Where a stage goes on that is entered again.</summary>
/// <param name="From">The entry condition, the actions, or the success condition; <see cref="StagePhase.Done"/> has nothing left but to leave it.</param>
/// <param name="Retry">Which actions are begun again; null if none is.</param>
internal sealed record StageResume(StagePhase From, StageRetryMode? Retry = null);
