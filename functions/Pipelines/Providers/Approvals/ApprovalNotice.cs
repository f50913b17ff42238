using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Events;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Providers.Approvals;

/// <summary>What a topic is told of an approval that waits, in CodePipeline's form.</summary>
internal static class ApprovalNotice
{
    public static PutItem Of(string topicArn, ActionRequest request, ApprovalProgress progress, SuiteAccount account, DateTimeOffset now)
    {
        var link = $"https://console.aws.amazon.com/codepipeline/home?region={account.Region}#/view/{request.PipelineName}";
        var message = new JsonObject
        {
            ["region"] = account.Region,
            ["consoleLink"] = link,
            ["approval"] = new JsonObject
            {
                ["pipelineName"] = request.PipelineName,
                ["stageName"] = request.StageName,
                ["actionName"] = request.ActionName,
                ["token"] = request.ActionExecutionId,
                ["expires"] = progress.ExpiresAt.ToString("yyyy-MM-ddTHH:mm'Z'", CultureInfo.InvariantCulture),
                ["externalEntityLink"] = request.Configuration.GetValueOrDefault("ExternalEntityLink"),
                ["approvalReviewLink"] = $"{link}/{request.StageName}/{request.ActionName}/approve/{request.ActionExecutionId}",
                ["customData"] = request.Configuration.GetValueOrDefault("CustomData"),
            },
        };
        return Notifications.Publish(topicArn, $"APPROVAL NEEDED: AWS CodePipeline {request.PipelineName} for action {request.ActionName}", message.ToJsonString(), request.ActionExecutionId, now);
    }
}
