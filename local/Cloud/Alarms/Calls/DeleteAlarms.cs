using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Alarms.Calls;

internal sealed class DeleteAlarms(AlarmService alarms) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:cloudwatch:deleteAlarms";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        alarms.Delete(AwsJson.Read<Input>(call, CloudWatchErrors.Unmodelled).AlarmNames);
        return Task.FromResult<JsonNode?>(new JsonObject());
    }

    private sealed record Input(IReadOnlyList<string> AlarmNames);
}
