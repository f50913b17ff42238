using Sluice.Pipelines.Model;
using Sluice.Platform.Ids;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>
/// Writes a run, the request to start its machine, its first event and what it takes up of each source in one transaction: they are all there or none is. Since that is on condition
/// that no source was taken up since it was looked at, a change of a branch starts one run, however often it is seen and by however many pollers.
/// </summary>
internal sealed class RunStarter(ITable table, PipelineRunStore runs, IIds ids, TimeProvider time)
{
    /// <summary>How many runs of a pipeline may be under way in the modes QUEUED and PARALLEL.</summary>
    public const int MostActive = 50;

    public async Task<string?> FindByTokenAsync(string pipeline, string? token, CancellationToken cancellationToken) =>
        token is not null && await table.GetAsync(PipelineKeys.ClientToken(pipeline, token), cancellationToken) is { } item
            ? item.Read<RunReference>().PipelineExecutionId
            : null;

    public async Task<bool> ExistsAsync(string pipeline, CancellationToken cancellationToken) => await table.GetAsync(PipelineKeys.Pipeline(pipeline), cancellationToken) is not null;

    /// <returns>The run's id; null if a source was taken up meanwhile, or the pipeline changed or is gone.</returns>
    /// <exception cref="ConcurrentPipelineExecutionsLimitExceededException">As many as there may be are under way.</exception>
    public async Task<string?> StartAsync(NewRun start, CancellationToken cancellationToken)
    {
        var started = await Contention.DecideAsync($"The pipeline '{start.Pipeline.Name}'", () => TryStartAsync(start, cancellationToken));
        return started.PipelineExecutionId;
    }

    private async Task<Started?> TryStartAsync(NewRun start, CancellationToken cancellationToken)
    {
        if (await FindByTokenAsync(start.Pipeline.Name, start.ClientRequestToken, cancellationToken) is { } earlier)
        {
            return new Started(earlier);
        }

        if (!await IsCurrentAsync(start, cancellationToken))
        {
            return new Started(null);
        }

        var counter = await CounterAsync(start.Pipeline.Name, cancellationToken);
        if (counter?.Active >= MostActive && start.Pipeline.Mode() != ExecutionMode.SUPERSEDED)
        {
            throw new ConcurrentPipelineExecutionsLimitExceededException(start.Pipeline.Name, MostActive);
        }

        var run = New(start, (counter?.Last ?? 0) + 1);
        return await GuardedWrite.TryAllAsync(table, Writes(start, run), cancellationToken) ? new Started(run.PipelineExecutionId) : null;
    }

    private List<GuardedWrite> Writes(NewRun start, PipelineRun run)
    {
        var name = start.Pipeline.Name;
        List<GuardedWrite> writes =
        [
            new CheckItem(PipelineKeys.Pipeline(name), Condition.Exists),
            Count(run),
            .. runs.Creation(start.Pipeline, run),
            .. start.Sights.SelectMany(sight => SourceStates.Writes(name, sight.Seen, sight.TakenUp(run.PipelineExecutionId, run.StartTime, start.IsRetry))),
        ];
        if (start.Reported is { } reported)
        {
            var source = start.Revisions[^1];
            writes.AddRange(SourceStates.Writes(name, reported.Seen, new SourceState(source.ActionName, reported.Mark, run.PipelineExecutionId, null, run.StartTime, source.Repository)).Select(write => (GuardedWrite)write));
        }

        if (start.ClientRequestToken is { } token)
        {
            writes.Add(PutItem.Of(PipelineKeys.ClientToken(name, token), new RunReference(run.PipelineExecutionId), Condition.Absent));
        }

        return writes;
    }

    private static UpdateItem Count(PipelineRun run) => new(
        PipelineKeys.Counter(run.PipelineName),
        [Change.Set("last", run.Number), Change.Add("active", 1)],
        run.Number == 1 ? Condition.Absent : Condition.Equal("last", run.Number - 1));

    private PipelineRun New(NewRun start, long number)
    {
        var now = time.GetUtcNow();
        return new PipelineRun
        {
            PipelineName = start.Pipeline.Name,
            PipelineExecutionId = ids.Uuid(),
            Number = number,
            PipelineVersion = start.Pipeline.Number(),
            Status = PipelineExecutionStatus.InProgress,
            Trigger = start.Trigger,
            StartTime = now,
            LastUpdateTime = now,
            SourceRevisions = start.Revisions,
            Mode = start.Pipeline.Mode(),
            Type = start.Rollback is null ? ExecutionType.STANDARD : ExecutionType.ROLLBACK,
            Rollback = start.Rollback,
            InheritedArtifacts = start.InheritedArtifacts,
            StartedBy = start.StartedBy,
            Variables = start.Variables,
        };
    }

    private async Task<bool> IsCurrentAsync(NewRun start, CancellationToken cancellationToken)
    {
        var name = start.Pipeline.Name;
        if (await table.GetAsync(PipelineKeys.Pipeline(name), cancellationToken) is not { } item || item.Read<StoredPipeline>().Pipeline.Number() != start.Pipeline.Number())
        {
            return false;
        }

        foreach (var sight in start.Sights)
        {
            if ((await table.GetAsync(PipelineKeys.Source(name, sight.ActionName), cancellationToken))?.Rev != sight.Seen?.Rev)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<RunCounter?> CounterAsync(string pipeline, CancellationToken cancellationToken) =>
        (await table.GetAsync(PipelineKeys.Counter(pipeline), cancellationToken))?.Read<RunCounter>();

    /// <summary>Which run was started; null if none may be.</summary>
    private sealed record Started(string? PipelineExecutionId);
}
