using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>
/// The variables that actions gave, an item each: an action's may have 120 KB. They are written before the run's record says that the action has succeeded, and count from then on; so writing them again, or for nothing, does no harm.
/// </summary>
internal sealed class RunVariables(ITable table, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public Task SaveAsync(string pipeline, string run, string actionExecutionId, IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken) =>
        table.PutAsync(PutItem.Of(PipelineKeys.Variables(pipeline, run, actionExecutionId), new GivenVariables(actionExecutionId, variables), expiresAt: time.GetUtcNow() + Kept), cancellationToken);

    /// <summary>By the action's execution.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> OfRunAsync(string pipeline, string run, CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        await foreach (var item in table.QueryAllAsync(new Query(PipelineKeys.Partition(pipeline), PipelineKeys.VariablesPrefix(run)), cancellationToken))
        {
            var given = item.Read<GivenVariables>();
            all[given.ActionExecutionId] = given.Variables;
        }

        return all;
    }

    private sealed record GivenVariables(string ActionExecutionId, IReadOnlyDictionary<string, string> Variables);
}
