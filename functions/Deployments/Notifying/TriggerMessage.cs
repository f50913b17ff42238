using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Targets;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Notifying;

/// <summary>
/// What CodeDeploy's triggers tell a topic: a subject, and JSON in which all values are texts, those with parts too: https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-sns-event-notifications-json-format.html.
/// </summary>
internal sealed record TriggerMessage(string Subject, string Text)
{
    private const int LongestError = 1024;
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Of a change of a deployment's state.</summary>
    public static TriggerMessage OfDeployment(Deployment record, StateChange change, string trigger, SuiteAccount account)
    {
        var status = Status(change.State, created: "CREATED");
        var message = Begun(trigger, account);
        message["applicationName"] = record.Request!.ApplicationName;
        message["deploymentId"] = record.DeploymentId;
        message["deploymentGroupName"] = record.Request.DeploymentGroupName;
        message["createTime"] = Time(record.CreateTime);
        if (record.CompleteTime is { } end && IsEnd(change.State))
        {
            message["completeTime"] = Time(end);
        }

        message["deploymentOverview"] = Overview(record);
        message["status"] = status;
        if (IsEnd(change.State) && DeploymentFailure.Of(record) is { } failure)
        {
            message["errorInformation"] = Json(new JsonObject { ["ErrorCode"] = failure.Code.ToString(), ["ErrorMessage"] = Cut(failure.Message) });
        }

        if (record.RollbackInfo is { } rollback)
        {
            message["rollbackInformation"] = Json(Rollback(rollback));
        }

        return new TriggerMessage($"{status}: AWS CodeDeploy {record.DeploymentId} in {account.Region} to {record.Request.ApplicationName}", Json(message));
    }

    /// <summary>Of a change of its target's state.</summary>
    public static TriggerMessage OfInstance(Deployment record, StateChange change, InstanceSummary target, string trigger, SuiteAccount account)
    {
        var status = Status(change.State, created: "IN_PROGRESS");
        var message = Begun(trigger, account);
        message["deploymentId"] = record.DeploymentId;
        message["instanceId"] = change.InstanceId;
        message["lastUpdatedAt"] = Time(target.LastUpdatedAt ?? record.CreateTime);
        message["instanceStatus"] = status;
        message["lifecycleEvents"] = Json(new JsonArray([.. (target.LifecycleEvents ?? []).Select(Event)]));
        return new TriggerMessage($"{status}: AWS CodeDeploy {record.DeploymentId} on {change.InstanceId} in {account.Region}", Json(message));
    }

    private static JsonObject Begun(string trigger, SuiteAccount account) => new() { ["region"] = account.Region, ["accountId"] = account.AccountId, ["eventTriggerName"] = trigger };

    private static string Status(string state, string created) => state switch
    {
        "SUCCESS" => "SUCCEEDED",
        "FAILURE" => "FAILED",
        "STOP" => "STOPPED",
        "READY" => "READY",
        _ => created,
    };

    private static bool IsEnd(string state) => state is "SUCCESS" or "FAILURE" or "STOP";

    private static string Overview(Deployment record)
    {
        var counts = TargetCounts.Of(record);
        return Json(new JsonObject { ["Succeeded"] = counts.Succeeded, ["Failed"] = counts.Failed, ["Skipped"] = counts.Skipped, ["InProgress"] = counts.InProgress, ["Pending"] = counts.Pending });
    }

    private static JsonObject Rollback(RollbackInfo info)
    {
        var shown = new JsonObject();
        foreach (var (name, value) in new[] { ("RollbackTriggeringDeploymentId", info.RollbackTriggeringDeploymentId), ("RollbackMessage", info.RollbackMessage), ("RollbackDeploymentId", info.RollbackDeploymentId) })
        {
            if (value is not null)
            {
                shown[name] = Cut(value);
            }
        }

        return shown;
    }

    private static JsonObject Event(LifecycleEvent lifecycle)
    {
        var shown = new JsonObject { ["LifecycleEvent"] = lifecycle.LifecycleEventName, ["LifecycleEventStatus"] = lifecycle.Status?.ToString() };
        if (lifecycle.StartTime is { } start)
        {
            shown["StartTime"] = Time(start);
        }

        if (lifecycle.EndTime is { } end)
        {
            shown["EndTime"] = Time(end);
        }

        return shown;
    }

    private static string? Cut(string? text) => text is { Length: > LongestError } ? text[..LongestError] : text;

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);

    private static string Json(JsonNode node) => node.ToJsonString(Options);
}
