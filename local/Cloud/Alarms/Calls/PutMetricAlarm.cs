using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Alarms.Rules;
using Sluice.Local.Cloud.Alarms.Shapes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

internal sealed class PutMetricAlarm(AlarmService alarms) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:putMetricAlarm";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<MetricAlarmShape>(call, CloudWatchErrors.Unmodelled);
        if (AlarmRules.Faults(input).ToList() is { Count: > 0 } faults)
        {
            throw CloudWatchErrors.Validation(string.Join('\n', faults));
        }

        alarms.Put(input);
        return Task.FromResult<JsonNode?>(new JsonObject());
    }
}
