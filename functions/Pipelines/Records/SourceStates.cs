using Sluice.Pipelines.Model;
using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>What pipelines last took up of their sources, in the table.</summary>
internal sealed class SourceStates(ITable table, TimeProvider time)
{
    public async Task<IReadOnlyList<SourceState>> GetAsync(PipelineDeclaration pipeline, CancellationToken cancellationToken)
    {
        var states = new List<SourceState>();
        foreach (var source in pipeline.Sources())
        {
            if (await FindAsync(pipeline.Name, source.Name, cancellationToken) is { } state)
            {
                states.Add(state.Value);
            }
        }

        return states;
    }

    public Task<Versioned<SourceState>?> FindAsync(string pipeline, string action, CancellationToken cancellationToken) =>
        table.FindAsync<SourceState>(PipelineKeys.Source(pipeline, action), cancellationToken);

    /// <returns>Whether this is news, worth a line in the log, once. False, too, if somebody else has written meanwhile: they saw more.</returns>
    public async Task<bool> SaveAsync(string pipeline, Versioned<SourceState>? before, SourceState after, CancellationToken cancellationToken)
    {
        if (before is not null && before.Value with { Since = after.Since } == after)
        {
            return false;
        }

        var isNews = before?.Value.Error != after.Error;
        var now = after with { Since = isNews || before is null ? time.GetUtcNow() : before.Value.Since };
        return await table.TryTransactAsync(Writes(pipeline, before, now), cancellationToken) && isNews;
    }

    /// <summary>On condition that nobody has written since <paramref name="before"/> was read.</summary>
    public static IReadOnlyList<TableWrite> Writes(string pipeline, Versioned<SourceState>? before, SourceState after)
    {
        var put = PutItem.Of(PipelineKeys.Source(pipeline, after.ActionName), after, before is null ? Condition.Absent : Condition.Rev(before.Rev));
        return SourceEvents.Between(pipeline, before?.Value, after) is { } told ? [put, Outbox.Event(told)] : [put];
    }
}
