using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

internal sealed class SetAlarmState(AlarmService alarms) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:setAlarmState";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, CloudWatchErrors.Unmodelled);
        alarms.SetState(input.AlarmName, input.StateValue, input.StateReason, Checked(input.StateReasonData));
        return Task.FromResult<JsonNode?>(new JsonObject());
    }

    private static string? Checked(string? data)
    {
        try
        {
            _ = data is null ? null : JsonNode.Parse(data);
            return data;
        }
        catch (JsonException e)
        {
            throw CloudWatchErrors.Format($"StateReasonData must be a valid JSON document: {e.Message}");
        }
    }

    private sealed record Input(string AlarmName, string StateValue, string StateReason, string? StateReasonData);
}
