using Sluice.BuildContract;
using Sluice.Builds.Model.Batches;

namespace Sluice.Builds.Batching;

/// <summary>Ends a batch whose time is over, or whose machine has failed: its builds are stopped, and the last of them to end ends it.</summary>
public sealed class EndBatch
{
    private const int LongestCause = 500;
    private readonly BatchProgress _progress;
    private readonly TimeProvider _time;

    internal EndBatch(BatchProgress progress, TimeProvider time)
    {
        (_progress, _time) = (progress, time);
    }

    /// <exception cref="BuildNotFoundException">There is no such batch.</exception>
    public Task RunAsync(EndOfBatch end, CancellationToken cancellationToken = default) =>
        _progress.AdvanceAsync(end.BatchId, batch => Stopped(batch, end.Failure), cancellationToken);

    private BatchRecord Stopped(BatchRecord batch, CaughtError? failure) => failure switch
    {
        null or { Error: null } => batch,
        { Error: "States.Timeout" } => BatchDecision.Stop(batch, "its time is over", BuildStatus.TimedOut, _time.GetUtcNow()),
        _ => BatchDecision.Stop(batch, $"its machine failed: {failure.Describe(LongestCause)}", BuildStatus.Fault, _time.GetUtcNow()),
    };
}
