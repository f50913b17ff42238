using Sluice.BuildContract;

namespace Sluice.Builds.Ending;

/// <summary>The build that is started because one failed, if its project wants that.</summary>
/// <param name="Number">Its number in the project.</param>
/// <param name="ProgressSecret">By what its program will prove itself.</param>
internal sealed record NextRetry(long Number, string ProgressSecret)
{
    /// <summary>Whether a build that has ended so is tried again. A pipeline tries its own actions again, and is told of the first failure.</summary>
    public static bool Follows(BuildRecord ended) => ended is { Action: null, StopRequestedAt: null, Status: BuildStatus.Failed or BuildStatus.Fault or BuildStatus.TimedOut }
        && (ended.Retry?.Number ?? 0) < ended.Settings.AutoRetryLimit;

    /// <summary>The retry of a build that has ended; null if it is not tried again.</summary>
    public BuildRecord? Of(BuildRecord ended, DateTimeOffset now)
    {
        if (!Follows(ended))
        {
            return null;
        }

        var id = BuildIds.RetryOf(ended.BuildId);
        return Retries.Of(ended, id, Number, ProgressSecret, ended.Initiator, now) with { Retry = new AutoRetry((ended.Retry?.Number ?? 0) + 1, ended.FullId()) };
    }
}
