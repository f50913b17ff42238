using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>A condition of a stage as it was last judged.</summary>
internal static class ConditionStates
{
    public static StageConditionState? Of(RunCondition? condition) => condition is null ? null : new StageConditionState
    {
        LatestExecution = new StageConditionsExecution { Status = condition.Status, Summary = condition.Summary },
        ConditionStates = [new ConditionState { LatestExecution = new ConditionExecution { Status = condition.Status, Summary = condition.Summary, LastStatusChange = condition.LastStatusChange }, RuleStates = [.. condition.Rules.Select(Rule)] }],
    };

    private static RuleState Rule(RunRule rule) => new()
    {
        RuleName = rule.RuleName,
        LatestExecution = new RuleExecution
        {
            RuleExecutionId = rule.RuleExecutionId,
            Status = rule.Status,
            Summary = rule.Message,
            LastStatusChange = rule.LastUpdateTime,
            ExternalExecutionId = rule.ExternalExecutionId,
            ErrorDetails = rule.Status == RuleExecutionStatus.Failed ? new ErrorDetails { Code = rule.ErrorCode ?? "RuleNotMet", Message = rule.Message } : null,
        },
    };
}
