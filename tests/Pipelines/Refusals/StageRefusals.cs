using Sluice.World.Refusals;
using static Sluice.Pipelines.Tests.Refusals.Refused;

namespace Sluice.Pipelines.Tests.Refusals;

internal static class StageRefusals
{
    private const string Limit = "ConcurrentPipelineExecutionsLimitExceededException";
    private const string Conflict = "ConflictException";
    private const string NotRetryable = "StageNotRetryableException";
    private const string NotOverridable = "ConditionNotOverridableException";
    private const string NotLatest = "NotLatestPipelineExecutionException";
    private const string Unable = "UnableToRollbackStageException";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        .. new[] { "DisableStageTransition", "EnableStageTransition", "OverrideStageCondition", "RetryStageExecution", "RollbackStage", "PutApprovalResult" }.SelectMany(Places),
        new("RetryStageExecution", NotRetryable, "{'pipelineName':'done','pipelineExecutionId':'$doneRun'}", "it is Succeeded"),
        new("RetryStageExecution", NotRetryable, $"{{'pipelineExecutionId':'{Unknown}'}}", "the pipeline has no run"),
        new("RetryStageExecution", NotLatest, "{'pipelineExecutionId':'$olderRun'}", "not the latest"),
        new("RetryStageExecution", Limit, "{'pipelineName':'full','pipelineExecutionId':'$fullRun'}", "'full' has 50 runs under way"),
        new("RetryStageExecution", Conflict, "{'pipelineName':'raced-failed','pipelineExecutionId':'$raced-failedRun'}", "changed by others"),
        new("OverrideStageCondition", NotOverridable, "{'conditionType':'ON_SUCCESS'}", "it has not been asked"),
        new("OverrideStageCondition", NotOverridable, $"{{'pipelineExecutionId':'{Unknown}'}}", "the pipeline has no run"),
        new("OverrideStageCondition", NotLatest, "{'pipelineExecutionId':'$heldOlderRun'}", "not the latest"),
        new("OverrideStageCondition", Limit, "{'pipelineName':'full','pipelineExecutionId':'$fullRun'}", "'full' has 50 runs under way"),
        new("OverrideStageCondition", Conflict, "{'pipelineName':'raced-held','pipelineExecutionId':'$raced-heldRun'}", "changed by others"),
        new("RollbackStage", "PipelineExecutionNotFoundException", $"{{'targetPipelineExecutionId':'{Unknown}'}}", "has no run"),
        new("RollbackStage", Unable, "{'stageName':'Source'}", "it holds the sources"),
        new("RollbackStage", Unable, "{'pipelineName':'failed','targetPipelineExecutionId':'$failedRun'}", "has not succeeded in it"),
        new("RollbackStage", "PipelineExecutionOutdatedException", "{'pipelineName':'changed','targetPipelineExecutionId':'$changedRun'}", "has not made what the stage takes now: Other"),
        new("RollbackStage", Conflict, "{'pipelineName':'raced-done','targetPipelineExecutionId':'$raced-doneRun'}", "changed by others"),
        new("StartPipelineExecution", Conflict, "{'name':'raced-done'}", "changed by others"),
        new("StopPipelineExecution", Conflict, "{'pipelineName':'raced-waiting','pipelineExecutionId':'$raced-waitingRun'}", "changed by others"),
        new("PutApprovalResult", "ActionNotFoundException", "{'actionName':'Nothing'}", "no action 'Nothing'"),
        new("PutApprovalResult", "InvalidApprovalTokenException", $"{{'token':'{Unknown}'}}", "not of the approval that 'Ask' waits for"),
        new("PutApprovalResult", "InvalidApprovalTokenException", "{'token':'$stoppingToken'}", "not of the approval that 'Ask' waits for"),
        new("PutApprovalResult", "ApprovalAlreadyCompletedException", "{'pipelineName':'approved','token':'$approvedToken'}", "has ended already"),
    ];

    private static IEnumerable<Refusal> Places(string operation) => [Constraint(operation, "pipelineName"), NoPipeline(operation), NoStage(operation)];
}
