using System.Collections.Immutable;
using Sluice.Pipelines.Events;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Events;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Runs and stage locks in the table. A change is one transaction, on condition that nothing that the decision saw has changed.</summary>
internal sealed class PipelineRunStore(ITable table, PipelineStore pipelines, StageLocks locks, RunVariables variables, TimeProvider time) : RunStore<PipelineRun>(table)
{
    /// <summary>CodePipeline shows a run for a year.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);

    /// <exception cref="PipelineExecutionNotFoundException">There is no such run.</exception>
    public async Task<Versioned<PipelineRun>> GetAsync(string pipeline, string id, CancellationToken cancellationToken) =>
        await FindAsync(pipeline, id, cancellationToken) ?? throw new PipelineExecutionNotFoundException(pipeline, id);

    public Task<Versioned<PipelineRun>?> FindAsync(string pipeline, string id, CancellationToken cancellationToken) => FindAsync(PipelineKeys.Run(pipeline, id), cancellationToken);

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
    public IReadOnlyList<GuardedWrite> Creation(PipelineDeclaration pipeline, PipelineRun run) => WritesOf(TurnWrites.Changed(pipeline, null, run));

    public async Task<(IReadOnlyList<PipelineRun> Runs, string? NextToken)> ListAsync(
        string pipeline, string? token, int limit, CancellationToken cancellationToken)
    {
        var query = new Query(PipelineKeys.RunListing(pipeline)) { OnIndex = true, Descending = true, Limit = limit, PageToken = token };
        var page = await Table.QueryAsync(query, cancellationToken);
        return ([.. page.Items.Select(item => item.Read<PipelineRun>())], page.NextToken);
    }

    protected override Key KeyOf(PipelineRun record) => PipelineKeys.Run(record.PipelineName, record.PipelineExecutionId);

    protected override IndexKey? IndexOf(PipelineRun record) => PipelineKeys.RunListing(record.PipelineName, record.Number);

    protected override DateTimeOffset? ExpiryOf(PipelineRun record) => record.HasEnded ? record.LastUpdateTime + Kept : null;

    protected override IEnumerable<SuiteEvent> Stamped(PipelineRun record, IReadOnlyList<RunEvent> events, long rev) => RunEvents.Stamped(record, events);

    protected override Exception Missing(Key key) => new PipelineExecutionNotFoundException(PipelineKeys.PipelineOf(key), PipelineKeys.RunOf(key));

    protected override string What(Key key) => $"The run '{PipelineKeys.RunOf(key)}' of the pipeline '{PipelineKeys.PipelineOf(key)}'";

    private async Task<TurnRead> ReadAsync(Versioned<PipelineRun> run, CancellationToken cancellationToken)
    {
        var declaration = await pipelines.GetVersionAsync(run.Value.PipelineName, run.Value.PipelineVersion, cancellationToken);
        var read = await locks.AllAsync(run.Value.PipelineName, cancellationToken);
        var waiting = await WaitingAsync(run.Value, read.Values.SelectMany(stage => stage.Value.Queue), cancellationToken);
        var turn = new Turn(
            declaration,
            run.Value,
            read.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Value),
            waiting.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.Value),
            time.GetUtcNow())
        {
            Given = HasNamespaces(declaration) ? await variables.OfRunAsync(run.Value.PipelineName, run.Value.PipelineExecutionId, cancellationToken) : ImmutableDictionary<string, IReadOnlyDictionary<string, string>>.Empty,
            Inherited = await InheritedAsync(run.Value, cancellationToken),
        };
        return new TurnRead(turn, run.Rev, Revs(read), Revs(waiting));
    }

    /// <summary>Those that a newer run may take the place of.</summary>
    private async Task<Dictionary<string, Versioned<PipelineRun>>> WaitingAsync(PipelineRun run, IEnumerable<ParkedRun> parked, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<string, Versioned<PipelineRun>>(StringComparer.Ordinal);
        if (run.Mode != ExecutionMode.SUPERSEDED)
        {
            return waiting;
        }

        foreach (var other in parked.Where(other => other.Mode == ExecutionMode.SUPERSEDED && other.PipelineExecutionId != run.PipelineExecutionId).Select(other => other.PipelineExecutionId))
        {
            waiting[other] = await GetAsync(run.PipelineName, other, cancellationToken);
        }

        return waiting;
    }

    private static bool HasNamespaces(PipelineDeclaration pipeline) => pipeline.Stages.SelectMany(stage => stage.Actions).Any(action => action.Namespace is not null);

    /// <summary>A rollback has those of the run that it goes back to, which is none itself.</summary>
    private async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> InheritedAsync(PipelineRun run, CancellationToken cancellationToken)
    {
        if (run.Rollback is not { } plan)
        {
            return ImmutableDictionary<string, IReadOnlyDictionary<string, string>>.Empty;
        }

        var target = (await GetAsync(run.PipelineName, plan.Target, cancellationToken)).Value;
        var declared = await pipelines.GetVersionAsync(target.PipelineName, target.PipelineVersion, cancellationToken);
        return NamedVariables.Of(new Turn(declared, target, [], [], time.GetUtcNow()) { Given = await variables.OfRunAsync(target.PipelineName, target.PipelineExecutionId, cancellationToken) });
    }

    private static Dictionary<string, long> Revs<T>(IReadOnlyDictionary<string, Versioned<T>> read) =>
        read.ToDictionary(pair => pair.Key, pair => pair.Value.Rev);
}
