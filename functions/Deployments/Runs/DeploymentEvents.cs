using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Platform.Json;

namespace Sluice.Deployments.Runs;

/// <summary>The events: CodeDeploy's own two, with the outcome and its message added, and four that CodeDeploy does not have.</summary>
internal static class DeploymentEvents
{
    public const string StateChange = "CodeDeploy Deployment State-change Notification";
    public const string InstanceStateChange = "CodeDeploy Instance State-change Notification";
    public const string TrafficShifted = "Sluice Traffic Shifted";
    public const string Judged = "Sluice Deployment Judged";
    public const string StopRecorded = "Sluice Deployment Stop Recorded";
    public const string LeftDirty = "Sluice Deployment Dirty";

    /// <summary>CodeDeploy's two events: of the deployment, and of its one target.</summary>
    public static IReadOnlyList<RunEvent> States(Deployment record)
    {
        var instance = StateDetail(record);
        instance["instanceId"] = record.Plan.Target.TargetId();
        return [new RunEvent(StateChange, StateDetail(record)) { Resources = Resources(record) }, new RunEvent(InstanceStateChange, instance) { Resources = Resources(record) }];
    }

    private static JsonObject StateDetail(Deployment record)
    {
        var detail = Subject(record);
        detail["state"] = record.ShownStatus() switch
        {
            DeploymentStatus.Succeeded => "SUCCESS",
            DeploymentStatus.Failed => "FAILURE",
            DeploymentStatus.Stopped => "STOP",
            DeploymentStatus.Ready => "READY",
            _ => "START",
        };
        if (record.Outcome is { } outcome)
        {
            detail["outcome"] = outcome.ToString();
            detail["message"] = record.Message;
        }
        else if (WaitText.Of(record) is { } waits)
        {
            detail["message"] = waits;
        }

        return detail;
    }

    /// <param name="watchSeconds">How long the split is watched before the next one; 0 if it is not, or not for a time that is known.</param>
    public static RunEvent Shifted(Deployment record, TrafficSplit traffic, int watchSeconds = 0)
    {
        var detail = Subject(record);
        detail["step"] = record.Step;
        detail[record.Plan.Target.TargetMember()] = record.Shift?.Target;
        detail["weights"] = JsonSerializer.SerializeToNode(traffic.Shares(), SluiceJson.Options);
        detail["watchSeconds"] = watchSeconds;
        return new RunEvent(TrafficShifted, detail) { Resources = Resources(record) };
    }

    public static RunEvent StepJudged(Deployment record, StepVerdict verdict)
    {
        var detail = Subject(record);
        foreach (var (name, value) in (JsonObject)JsonSerializer.SerializeToNode(verdict, SluiceJson.Options)!)
        {
            detail[name] = value?.DeepClone();
        }

        return new RunEvent(Judged, detail) { Resources = Resources(record) };
    }

    /// <summary>What a step's requests tell of the new version.</summary>
    /// <param name="waitSeconds">How much longer the step waits for more of them; null if it does not.</param>
    public static RunEvent StepCounted(Deployment record, string what, AnalysisOutcome outcome, string why, int? waitSeconds = null)
    {
        var detail = Subject(record);
        detail["step"] = record.Step;
        detail["what"] = what;
        detail["outcome"] = outcome.ToString();
        detail["why"] = why;
        detail["requests"] = record.Counted?.Count?.Requests;
        detail["failed"] = record.Counted?.Count?.Failed;
        detail["needed"] = ErrorAlarm.FewestRequests;
        if (waitSeconds is not null)
        {
            detail["waitSeconds"] = waitSeconds;
        }

        return new RunEvent(Judged, detail) { Resources = Resources(record) };
    }

    public static RunEvent Stopped(Deployment record)
    {
        var detail = Subject(record);
        detail["cause"] = record.Stop!.Cause.ToString();
        detail["message"] = record.Stop.Message;
        return new RunEvent(StopRecorded, detail) { Resources = Resources(record) };
    }

    public static RunEvent Dirty(Deployment record)
    {
        var detail = Subject(record);
        detail["message"] = record.Message;
        return new RunEvent(LeftDirty, detail) { Resources = Resources(record) };
    }

    private static JsonObject Subject(Deployment record)
    {
        var detail = new JsonObject { ["deploymentId"] = record.DeploymentId, ["application"] = Application(record), ["deploymentGroup"] = Group(record) };
        if (record.Request is { } request)
        {
            detail["instanceGroupId"] = request.DeploymentGroupId;
            detail["creator"] = request.Creator;
        }

        if (record.Action is { } action)
        {
            detail["pipelineExecutionId"] = action.PipelineExecutionId;
            detail["actionExecutionId"] = action.ActionExecutionId;
        }

        record.Plan.Target.TellEvent(detail);
        return detail;
    }

    private static string[] Resources(Deployment record) =>
        [$"application:{Application(record)}", $"deploymentgroup:{Application(record)}/{Group(record)}"];

    // A pipeline's deployment has no application and no group: the pipeline and its stage stand for them.
    private static string? Application(Deployment record) => record.Request?.ApplicationName ?? record.Action?.PipelineName;

    private static string? Group(Deployment record) => record.Request?.DeploymentGroupName ?? record.Action?.StageName;
}
