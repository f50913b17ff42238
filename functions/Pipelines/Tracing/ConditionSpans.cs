using Sluice.Pipelines.Model;
using Sluice.Platform.Tracing;

namespace Sluice.Pipelines.Tracing;

/// <summary>A condition of a stage, and the rules that it was judged by.</summary>
internal static class ConditionSpans
{
    /// <summary>Nothing if it was never judged.</summary>
    public static IEnumerable<Span> Of(SpanContext stage, StageDeclaration declared, StagePhase phase, RunCondition? condition, string pipelineExecutionId)
    {
        if (condition is not { Rules: { Count: > 0 } rules })
        {
            return [];
        }

        var name = NameOf(phase);
        var whole = Span.PartOf(stage, name, rules.Min(rule => rule.StartTime), rules.Select(rule => rule.LastUpdateTime).Append(condition.LastStatusChange).Max(), "condition", name) with
        {
            IsError = condition.Status == ConditionExecutionStatus.Failed,
            Message = condition.Summary,
            Attributes = [new("sluice.condition.status", condition.Status.ToString())],
        };
        return [whole, .. rules.Select(rule => Of(whole.Context, declared.Rule(phase, rule.RuleName).RuleTypeId.Provider, rule, pipelineExecutionId))];
    }

    private static Span Of(SpanContext condition, string provider, RunRule rule, string pipelineExecutionId) =>
        new(SpanContext.OfAction(pipelineExecutionId, rule.RuleExecutionId), condition.SpanId, rule.RuleName, rule.StartTime, rule.LastUpdateTime)
        {
            IsError = rule.Status == RuleExecutionStatus.Failed,
            Message = rule.Message,
            Attributes =
            [
                new(CicdAttributes.Task, rule.RuleName),
                new(CicdAttributes.TaskRun, rule.RuleExecutionId),
                new(CicdAttributes.TaskResult, RunResults.Of(rule.Status)),
                new(CicdAttributes.ErrorType, rule.Status == RuleExecutionStatus.Failed ? rule.ErrorCode ?? RunResults.Failed : null),
                new("sluice.action.category", "Rule"),
                new("sluice.action.provider", provider),
                new("sluice.action.external_execution_id", rule.ExternalExecutionId),
            ],
        };

    private static string NameOf(StagePhase phase) => phase switch
    {
        StagePhase.Entry => "beforeEntry",
        StagePhase.Leaving => "onSuccess",
        _ => "onFailure",
    };
}
