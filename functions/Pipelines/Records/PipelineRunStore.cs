using System.Collections.Immutable;
using Sluice.Pipelines.Model;
using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Runs and stage locks in the table. A change is one transaction, on condition that nothing that the decision saw has changed.</summary>
internal sealed class PipelineRunStore(ITable table, PipelineStore pipelines, TimeProvider time) : RunStore<PipelineRun>(table)
{
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<Versioned<PipelineRun>> GetAsync(string pipeline, string id, CancellationToken cancellationToken) =>
        await FindAsync(PipelineKeys.Run(pipeline, id), cancellationToken) ?? throw new PipelineExecutionNotFoundException(pipeline, id);

    /// <summary>Decides and writes; decides again if somebody else was quicker.</summary>
    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    /// <exception cref="ConcurrentModificationException">Others were quicker again and again.</exception>
    public async Task<Turn> ChangeAsync(string pipeline, string id, Func<Turn, Turn> decide, CancellationToken cancellationToken)
    {
        var (_, turn) = await DecideAsync(PipelineKeys.Run(pipeline, id), DecideOnAsync, cancellationToken);
        return turn;

        async Task<Decision<PipelineRun, Turn>> DecideOnAsync(Versioned<PipelineRun> run, CancellationToken stop)
        {
            var read = await ReadAsync(run, stop);
            return TurnWrites.Of(read, decide(read.Turn));
        }
    }

    /// <summary>The writes of a new run, for the transaction of whoever starts it.</summary>
    public IReadOnlyList<GuardedWrite> Creation(PipelineRun run) => WritesOf(TurnWrites.Changed(null, run));

    public async Task<(IReadOnlyList<PipelineRun> Runs, string? NextToken)> ListAsync(
        string pipeline, string? token, int limit, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.RunListing(pipeline)) { OnIndex = true, Descending = true, Limit = limit, PageToken = token };
        var page = await Table.QueryAsync(query, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<PipelineRun>())], page.NextToken);
    }

    /// <summary>Whether any run is in a stage or waits for one.</summary>
    public async Task<bool> AnyInStagesAsync(string pipeline, CancellationToken cancellationToken)
    {
        // Also stages that only older versions have.
        await foreach (var item in Table.QueryAllAsync(new Query(PipelineKeys.Partition(pipeline), PipelineKeys.StagePrefix), cancellationToken))
        {
            if (item.Read<StageLock>() is { Holder: not null } or { Waiting: not null })
            {
                return true;
            }
        }

        return false;
    }

    protected override Key KeyOf(PipelineRun record) => PipelineKeys.Run(record.PipelineName, record.PipelineExecutionId);

    protected override IndexKey? IndexOf(PipelineRun record) => PipelineKeys.RunListing(record.PipelineName, record.Number);

    protected override IEnumerable<SuiteEvent> Stamped(PipelineRun record, IReadOnlyList<RunEvent> events, long rev) => RunEvents.Stamped(record, events);

    protected override Exception Missing(Key key) => new PipelineExecutionNotFoundException(PipelineKeys.PipelineOf(key), PipelineKeys.RunOf(key));

    protected override string What(Key key) => $"The run '{PipelineKeys.RunOf(key)}' of the pipeline '{PipelineKeys.PipelineOf(key)}'";

    private async Task<TurnRead> ReadAsync(Versioned<PipelineRun> run, CancellationToken cancellationToken)
    {
        var (pipeline, id) = (run.Value.PipelineName, run.Value.PipelineExecutionId);
        var declaration = await pipelines.GetVersionAsync(pipeline, run.Value.PipelineVersion, cancellationToken);
        var locks = await LocksAsync(declaration, cancellationToken);
        var waiting = new Dictionary<string, Versioned<PipelineRun>>();
        foreach (var other in locks.Values.Select(stage => stage.Value.Waiting?.PipelineExecutionId).OfType<string>().Where(other => other != id))
        {
            waiting[other] = await GetAsync(pipeline, other, cancellationToken);
        }

        var turn = new Turn(
            declaration,
            run.Value,
            locks.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Value),
            waiting.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Value),
            time.GetUtcNow());
        return new TurnRead(turn, run.Rev, Revs(locks), Revs(waiting));
    }

    private static Dictionary<string, long> Revs<T>(Dictionary<string, Versioned<T>> read) =>
        read.ToDictionary(pair => pair.Key, pair => pair.Value.Rev);

    /// <summary>The stages of the run's own version: a stage that an update took away is still held by older runs alone.</summary>
    private async Task<Dictionary<string, Versioned<StageLock>>> LocksAsync(PipelineDeclaration pipeline, CancellationToken cancellationToken)
    {
        var locks = new Dictionary<string, Versioned<StageLock>>();
        foreach (var stage in pipeline.Stages)
        {
            if (await Table.FindAsync<StageLock>(PipelineKeys.Stage(pipeline.Name, stage.Name), cancellationToken) is { } found)
            {
                locks[stage.Name] = found;
            }
        }

        return locks;
    }
}
