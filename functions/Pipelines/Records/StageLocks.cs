using Sluice.Pipelines.Model;
using Sluice.Platform.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>The locks of a pipeline's stages in the table.</summary>
internal sealed class StageLocks(ITable table)
{
    /// <summary>Of all the stages that any version of the pipeline has or had, by name; one that nobody ever came to is left out.</summary>
    public async Task<IReadOnlyDictionary<string, Versioned<StageLock>>> AllAsync(string pipeline, CancellationToken cancellationToken)
    {
        var locks = new Dictionary<string, Versioned<StageLock>>(StringComparer.Ordinal);
        await foreach (var item in table.QueryAllAsync(new Query(PipelineKeys.Partition(pipeline), PipelineKeys.StagePrefix), cancellationToken))
        {
            var stage = item.Read<StageLock>();
            locks[stage.StageName] = new Versioned<StageLock>(stage, item.Rev);
        }

        return locks;
    }

    /// <summary>Decides about one lock and writes it; decides again if somebody else was quicker.</summary>
    public Task<StageLock> ChangeAsync(string pipeline, string stage, Func<StageLock, StageLock> decide, CancellationToken cancellationToken) => Contention.DecideAsync(
        $"The stage '{stage}' of the pipeline '{pipeline}'",
        async () =>
        {
            var seen = await table.FindAsync<StageLock>(PipelineKeys.Stage(pipeline, stage), cancellationToken);
            var before = seen?.Value ?? new StageLock(stage);
            var after = decide(before);
            return ReferenceEquals(before, after) || await table.TryTransactAsync([Write(pipeline, after, seen?.Rev)], cancellationToken) ? after : null;
        });

    /// <summary>On condition that nobody has written since it was read.</summary>
    public static PutItem Write(string pipeline, StageLock stage, long? rev) =>
        PutItem.Of(PipelineKeys.Stage(pipeline, stage.StageName), stage, rev is { } at ? Condition.Rev(at) : Condition.Absent);
}
