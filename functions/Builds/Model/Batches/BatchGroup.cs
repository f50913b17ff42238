using Sluice.BuildContract;
using Sluice.BuildContract.Batches;

namespace Sluice.Builds.Model.Batches;

/// <summary>A build of a batch with its tries: a node of the graph.</summary>
/// <param name="Build">What it is.</param>
/// <param name="Current">The newest try; null before its turn.</param>
/// <param name="Prior">Those before, of retries of the batch.</param>
internal sealed record BatchGroup(BatchBuild Build, BatchRun? Current, IReadOnlyList<BatchRun> Prior)
{
    public bool HasEnded => Current is { Status: not BuildStatus.InProgress };

    /// <summary>Whether what depends on it may begin.</summary>
    public bool LetsGoOn => HasEnded && (Current!.Status == BuildStatus.Succeeded || Build.IgnoreFailure);

    public bool HasFailed => HasEnded && !LetsGoOn;
}
