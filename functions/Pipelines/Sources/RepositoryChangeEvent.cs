using Sluice.Platform.GitHosts;

namespace Sluice.Pipelines.Sources;

/// <summary>What a git host told a connection, as EventBridge delivers it from the suite's bus.</summary>
/// <param name="Detail">What it told.</param>
public sealed record RepositoryChangeEvent(RepositoryChange? Detail);
