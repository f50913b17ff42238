namespace Sluice.Builds.Batching;

/// <summary>Begins a batch, or goes on with it, and lets the machine wait for its end.</summary>
public sealed class BeginBatch
{
    private readonly BatchProgress _progress;

    internal BeginBatch(BatchProgress progress)
    {
        _progress = progress;
    }

    /// <summary>Safe to repeat: a later call's token is the one that is completed.</summary>
    /// <exception cref="BuildNotFoundException">There is no such batch.</exception>
    public Task RunAsync(BatchRequest request, CancellationToken cancellationToken = default)
    {
        var task = new ParkedTask(request.TaskToken, request.RetryCount);
        return _progress.AdvanceAsync(request.BatchId, batch => task.IsOlderThan(batch.Task) ? batch : batch with { Task = task }, cancellationToken);
    }
}
