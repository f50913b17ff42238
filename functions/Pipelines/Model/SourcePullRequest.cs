namespace Sluice.Pipelines.Model;

/// <summary>The pull request that a run is started for.</summary>
/// <param name="Number">Its number in the repository.</param>
/// <param name="Title">What it is called; null if nobody tells.</param>
/// <param name="TargetBranch">The branch that it is for.</param>
public sealed record SourcePullRequest(long Number, string? Title, string TargetBranch);
