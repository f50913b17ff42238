using System.Text.Json.Nodes;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Providers.Alarms;

/// <summary>Which rules an alarm's change concerns.</summary>
internal sealed class AlarmWatches(ITable table)
{
    private const string RulePrefix = "RULE#";

    /// <summary>A rule waits for a week at most.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(61);

    /// <summary>The write that makes a rule one of the alarm's.</summary>
    public static PutItem Of(string alarm, string actionExecutionId, DateTimeOffset now) =>
        new(new Key(Partition(alarm), RulePrefix + actionExecutionId), new JsonObject { ["id"] = actionExecutionId }, ExpiresAt: now + Kept);

    /// <summary>The rules that the alarm concerns, those that have ended among them.</summary>
    public async Task<IReadOnlyList<string>> OfAlarmAsync(string alarm, CancellationToken cancellationToken)
    {
        var rules = new List<string>();
        await foreach (var item in table.QueryAllAsync(new Query(Partition(alarm), RulePrefix), cancellationToken))
        {
            rules.Add(item.Attributes["id"]!.GetValue<string>());
        }

        return rules;
    }

    public Task ForgetAsync(string alarm, string actionExecutionId, CancellationToken cancellationToken) =>
        table.DeleteAsync(new DeleteItem(new Key(Partition(alarm), RulePrefix + actionExecutionId)), cancellationToken);

    private static string Partition(string alarm) => $"ALARMRULES#{alarm}";
}
