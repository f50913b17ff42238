using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.StateMachines.Definitions;

internal static class TaskStateParser
{
    internal static TaskState? Parse(string name, Fields fields)
    {
        var frame = FrameParser.Working(name, fields) with { Parameters = fields.Template("Parameters", objectOnly: false) };
        var timeout = fields.Seconds("TimeoutSeconds", least: 1);
        var heartbeat = fields.Seconds("HeartbeatSeconds", least: 1);
        if (fields.Integer("HeartbeatSeconds", 1, Limits.LongestWaitSeconds) >= (fields.Integer("TimeoutSeconds", 1, Limits.LongestWaitSeconds) ?? int.MaxValue))
        {
            fields.Fault("HeartbeatSeconds", "it has to be less than TimeoutSeconds.");
        }

        if (fields.RequiredText("Resource") is not { } text)
        {
            return null;
        }

        var resource = TaskResource.Parse(text);
        Check(resource, fields);
        fields.Notes.Resources.TryAdd(resource.Service, fields);
        return new TaskState(frame, resource, timeout, heartbeat);
    }

    private static void Check(TaskResource resource, Fields fields)
    {
        if (!resource.Text.StartsWith("arn:", StringComparison.Ordinal))
        {
            fields.Fault("Resource", $"'{resource.Text}' is no ARN such as arn:aws:states:::lambda:invoke.");
        }
        else if (resource.IsDirectLambda && resource.Pattern != ServicePattern.RequestResponse)
        {
            fields.Fault("Resource", $"a Lambda function's own ARN takes no '{resource.Text[resource.Service.Length..]}': use arn:aws:states:::lambda:invoke.waitForTaskToken.");
        }
        else if (resource.Service.Contains(":activity:", StringComparison.Ordinal))
        {
            fields.Fault("Resource", "activities are not supported here.");
        }
    }
}
