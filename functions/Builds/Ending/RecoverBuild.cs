using Microsoft.Extensions.Logging;
using Sluice.Builds.Batching;

namespace Sluice.Builds.Ending;

/// <summary>Ends a build or a batch whose execution ended without doing so (aborted, or failed where nothing could be caught).</summary>
public sealed class RecoverBuild
{
    private readonly EndBuild _end;
    private readonly EndBatch _endBatch;
    private readonly ILogger<RecoverBuild> _log;

    internal RecoverBuild(EndBuild end, EndBatch endBatch, ILogger<RecoverBuild> log)
    {
        (_end, _endBatch, _log) = (end, endBatch, log);
    }

    /// <summary>Ends what the execution was for; an execution of nothing of ours, or of what has ended, is left alone.</summary>
    public async Task RunAsync(ExecutionEndEvent happened, CancellationToken cancellationToken = default)
    {
        if (happened.Detail is not { IsBroken: true } end || end.ReadInput<BuildInput>() is not { } input)
        {
            return;
        }

        try
        {
            var failure = end.Failure ?? new CaughtError($"States.{end.Status}", end.Cause ?? "The execution of the machine has ended.");
            await (input switch
            {
                { BuildId: { } buildId } => _end.RunAsync(new EndOfBuild(buildId, failure), cancellationToken),
                { BatchId: { } batchId } => _endBatch.RunAsync(new EndOfBatch(batchId, failure), cancellationToken),
                _ => Task.CompletedTask,
            });
        }
        catch (BuildNotFoundException)
        {
            _log.LogWarning("The execution {Execution} ended as {Status}, but there is no such build or batch", end.Name, end.Status);
        }
    }
}
