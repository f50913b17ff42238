namespace Sluice.BuildContract.Batches;

/// <summary>One build of a batch.</summary>
/// <param name="Identifier">Unique in its batch; what <c>CODEBUILD_BATCH_BUILD_IDENTIFIER</c> says.</param>
/// <param name="DependsOn">Identifiers of the builds that must have succeeded before.</param>
/// <param name="IgnoreFailure">Whether the batch, and what depends on this build, goes on if it fails.</param>
/// <param name="Buildspec">Its own buildspec, relative to the source; null for the batch's.</param>
/// <param name="DebugSession">Whether it may be paused at a breakpoint; null as the batch was started.</param>
/// <param name="Environment">What differs from the project's.</param>
/// <param name="Shard">Its part of the tests; null if they are not divided.</param>
public sealed record BatchBuild(
    string Identifier,
    IReadOnlyList<string> DependsOn,
    bool IgnoreFailure,
    string? Buildspec,
    bool? DebugSession,
    BatchEnvironment Environment,
    BatchShard? Shard);
