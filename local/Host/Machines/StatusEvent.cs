using System.Text.Json.Nodes;
using Sluice.Local.Host.Events;
using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.Host.Machines;

/// <summary>EventBridge's <c>Step Functions Execution Status Change</c>.</summary>
internal static class StatusEvent
{
    public static JsonObject Of(ExecutionStatusChange change) => EventEnvelope.Wrap(
        $"{change.ExecutionArn}-{change.StatusName}",
        "aws.states",
        "Step Functions Execution Status Change",
        new JsonObject
        {
            ["executionArn"] = change.ExecutionArn,
            ["stateMachineArn"] = change.StateMachineArn,
            ["name"] = change.Name,
            ["status"] = change.StatusName,
            ["startDate"] = change.StartTime.ToUnixTimeMilliseconds(),
            ["stopDate"] = change.StopTime?.ToUnixTimeMilliseconds(),
            ["input"] = change.Input.ToString(),
            ["output"] = change.Output?.ToString(),
            ["error"] = change.Error,
            ["cause"] = change.Cause,
        },
        change.StopTime ?? change.StartTime,
        change.ExecutionArn);
}
