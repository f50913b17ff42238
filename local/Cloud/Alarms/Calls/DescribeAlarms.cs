using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

/// <summary>
/// Lists alarms by name, a page at a time. There are no composite alarms on this machine, so their list is empty; a name that is nobody's is left out, as CloudWatch does. A token is the last
/// name of its page.
/// </summary>
internal sealed class DescribeAlarms(AlarmService alarms, CloudIdentity identity) : IServiceCall
{
    private const int PageSize = 50;

    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:describeAlarms";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, CloudWatchErrors.Unmodelled);
        if (input.AlarmNames is not null && input.AlarmNamePrefix is not null)
        {
            throw CloudWatchErrors.Validation("AlarmNames and AlarmNamePrefix exclude each other");
        }

        var behind = input.NextToken is { } token ? Name(token) : null;
        var left = WantsMetricAlarms(input) ? alarms.All.Where(alarm => Matches(alarm, input) && string.CompareOrdinal(alarm.Name, behind) > 0).ToList() : [];
        var page = left.Take(input.MaxRecords ?? PageSize).ToList();
        var answer = new JsonObject { ["MetricAlarms"] = new JsonArray([.. page.Select(Shape)]), ["CompositeAlarms"] = new JsonArray() };
        if (page.Count < left.Count)
        {
            answer["NextToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].Name));
        }

        return Task.FromResult<JsonNode?>(answer);
    }

    private static string Name(string token)
    {
        var name = new byte[token.Length];
        return Convert.TryFromBase64String(token, name, out var length) ? Encoding.UTF8.GetString(name, 0, length) : throw CloudWatchErrors.Token();
    }

    /// <summary>CloudWatch lists metric alarms unless other types are asked for.</summary>
    private static bool WantsMetricAlarms(Input input) => input.AlarmTypes is not { Count: > 0 } types || types.Contains("MetricAlarm", StringComparer.Ordinal);

    private static bool Matches(AlarmRecord alarm, Input input) =>
        (input.AlarmNames is not { Count: > 0 } names || names.Contains(alarm.Name, StringComparer.Ordinal))
        && (input.AlarmNamePrefix is not { } prefix || alarm.Name.StartsWith(prefix, StringComparison.Ordinal))
        && (input.StateValue is not { } state || alarm.State.Value == state);

    private JsonNode Shape(AlarmRecord alarm)
    {
        var shape = AwsJson.Write(alarm.Definition).AsObject();
        shape.Remove("Tags");
        shape["AlarmArn"] = identity.AlarmArn(alarm.Name);
        shape["ActionsEnabled"] = alarm.Definition.ActionsEnabled ?? true;
        shape["AlarmConfigurationUpdatedTimestamp"] = AwsDate.InAnswer(alarm.ConfiguredAt);
        shape["StateValue"] = alarm.State.Value;
        shape["StateReason"] = alarm.State.Reason;
        shape["StateUpdatedTimestamp"] = AwsDate.InAnswer(alarm.State.Timestamp);
        shape["StateTransitionedTimestamp"] = AwsDate.InAnswer(alarm.State.Timestamp);
        if (alarm.State.ReasonData is not null)
        {
            shape["StateReasonData"] = alarm.State.ReasonData;
        }

        return shape;
    }

    private sealed record Input(
        IReadOnlyList<string>? AlarmNames, string? AlarmNamePrefix, IReadOnlyList<string>? AlarmTypes, string? StateValue, int? MaxRecords, string? NextToken);
}
