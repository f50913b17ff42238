namespace Sluice.Pipelines.Triggers;

/// <summary>What happened in a repository, whoever tells it: a look at its branches, an event, or a delivery of its host.</summary>
/// <param name="Commit">What is there now; null if what was pushed is gone.</param>
/// <param name="Paths">What changed; null if nobody tells, which counts as if all had.</param>
internal abstract record RepositoryEvent(string? Commit, IReadOnlyList<string>? Paths);
