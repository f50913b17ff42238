using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Records;

/// <summary>Which action a job belongs to, and from when on workers are to be handed it: by type of action, the oldest first.</summary>
internal sealed class JobRefs(ITable table)
{
    private const string Prefix = "JOB#";
    private const string Action = "actionExecutionId";

    /// <summary>As long as actions are kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(366);

    /// <summary>The action of a job; null if there is no such job.</summary>
    public async Task<string?> FindAsync(string jobId, CancellationToken cancellationToken) =>
        (await table.GetAsync(KeyOf(jobId), cancellationToken))?.Attributes[Action]?.GetValue<string>();

    /// <summary>The jobs of a type that may be handed out by now. What is read may be late: the action's record says what holds.</summary>
    public async IAsyncEnumerable<(string JobId, string ActionExecutionId)> DueAsync(ActionTypeId type, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new Query(PartitionOf(type)) { OnIndex = true, SkTo = Stamp(now) + "~" };
        await foreach (var item in table.QueryAllAsync(query, cancellationToken))
        {
            yield return (item.Key.Pk[Prefix.Length..], item.Attributes[Action]!.GetValue<string>());
        }
    }

    /// <summary>Takes what nobody is to be handed any more out of the queue.</summary>
    public Task CloseAsync(string jobId, CancellationToken cancellationToken) =>
        table.UpdateAsync(new UpdateItem(KeyOf(jobId), [Change.Set("closed", true)], Condition.Exists) { LeaveIndex = true }, cancellationToken);

    /// <summary>Lets workers have it from a time on.</summary>
    public static PutItem Queued(string jobId, string actionExecutionId, ActionTypeId type, DateTimeOffset from) => Put(jobId, actionExecutionId, from, new IndexKey(PartitionOf(type), $"{Stamp(from)}#{jobId}"));

    /// <summary>Hands it to nobody any more, or to nobody at all.</summary>
    public static PutItem Unqueued(string jobId, string actionExecutionId, DateTimeOffset now) => Put(jobId, actionExecutionId, now, null);

    private static PutItem Put(string jobId, string actionExecutionId, DateTimeOffset now, IndexKey? index) =>
        new(KeyOf(jobId), new JsonObject { [Action] = actionExecutionId }, Index: index, ExpiresAt: now + Kept);

    private static string PartitionOf(ActionTypeId type) => $"JOBS#{type.Owner}#{type.Category}#{type.Provider}#{type.Version}";

    private static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    private static Key KeyOf(string jobId) => new(Prefix + jobId, "JOB");
}
