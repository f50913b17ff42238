using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Pipelines.Model;
using Sluice.Platform.Json;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Events;

/// <summary>The document of an event, as CodePipeline writes it.</summary>
internal static class RunEventDetail
{
    public static RunEvent OfRun(PipelineRun run, bool isAgain)
    {
        var detail = Common(run, State(run.Status, isAgain));
        detail["execution-trigger"] = new JsonObject
        {
            ["trigger-type"] = run.Trigger.TriggerType?.ToString(),
            ["trigger-detail"] = run.Trigger.TriggerDetail,
        };
        if (run.Stop is { Reason: { } reason })
        {
            detail["stop-execution-comments"] = reason;
        }

        return new RunEvent("CodePipeline Pipeline Execution State Change", detail);
    }

    public static RunEvent OfStage(PipelineRun run, RunStage stage, bool isAgain)
    {
        var detail = Common(run, State(stage.Status!.Value, isAgain));
        detail["stage"] = stage.StageName;
        return new RunEvent("CodePipeline Stage Execution State Change", detail);
    }

    public static RunEvent OfAction(PipelineRun run, RunStage stage, ActionDeclaration declared, RunAction action)
    {
        var detail = Common(run, State(action.Status, isAgain: false));
        detail["stage"] = stage.StageName;
        detail["action"] = action.ActionName;
        detail["action-execution-id"] = action.ActionExecutionId;
        detail["type"] = JsonSerializer.SerializeToNode(declared.ActionTypeId, SluiceJson.Options);
        detail["input-artifacts"] = Artifacts(RunArtifacts.InputsOf(run, declared));
        detail["output-artifacts"] = Artifacts(action.OutputArtifacts);
        if (action.Status is ActionExecutionStatus.Succeeded or ActionExecutionStatus.Failed)
        {
            detail["execution-result"] = Result(action);
        }

        return new RunEvent("CodePipeline Action Execution State Change", detail);
    }

    private static JsonObject Common(PipelineRun run, string state) => new()
    {
        ["pipeline"] = run.PipelineName,
        ["execution-id"] = run.PipelineExecutionId,
        ["start-time"] = run.StartTime.ToString("O"),
        ["state"] = state,
        ["version"] = run.PipelineVersion,
        ["execution-type"] = run.Type.ToString(),
    };

    private static JsonObject Result(RunAction action)
    {
        var result = new JsonObject();
        if (action.Message is { } message)
        {
            result["external-execution-summary"] = message;
        }

        if (action.ExternalExecutionId is { } id)
        {
            result["external-execution-id"] = id;
        }

        if (action.Status == ActionExecutionStatus.Failed)
        {
            result["error-code"] = "JobFailed";
        }

        return result;
    }

    private static JsonArray Artifacts(IReadOnlyDictionary<string, Platform.Objects.ObjectRef> artifacts) =>
        [.. artifacts.Select(artifact => new JsonObject
        {
            ["name"] = artifact.Key,
            ["s3location"] = new JsonObject { ["bucket"] = artifact.Value.Bucket, ["key"] = artifact.Value.Key },
        })];

    // Runs, stages and actions have statuses of their own, and the same words for what they share.
    private static string State<TStatus>(TStatus status, bool isAgain)
        where TStatus : struct, Enum => status.ToString() switch
        {
            nameof(PipelineExecutionStatus.InProgress) => isAgain ? "RESUMED" : "STARTED",
            nameof(PipelineExecutionStatus.Cancelled) => "CANCELED",
            var other => other.ToUpperInvariant(),
        };
}
