using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.Stages;

/// <summary>The rules of a stage's condition, which are asked together: it is met if all of them are kept.</summary>
internal static class ConditionGroup
{
    /// <summary>Asks the rules of the condition of a phase; null if the stage has none.</summary>
    public static StageTurn? Begin(StageTurn at, StagePhase phase)
    {
        if (at.Declared.ConditionOf(phase) is not { Rules: { Count: > 0 } rules })
        {
            return null;
        }

        var begun = rules.Select(rule => Begun(at, phase, rule)).ToList();
        var stage = at.Stage with { Phase = phase };
        return at.WithStep(stage.WithJudging(new RunCondition(ConditionExecutionStatus.InProgress, begun, at.Now)));
    }

    /// <summary>What its rules make of a condition; one that was overridden stays so.</summary>
    public static RunCondition Judged(RunCondition condition, DateTimeOffset now)
    {
        if (condition.Status == ConditionExecutionStatus.Overridden)
        {
            return condition;
        }

        var broken = condition.Rules.Where(rule => rule.Status != RuleExecutionStatus.Succeeded).ToList();
        return condition with
        {
            Status = broken.Count == 0 ? ConditionExecutionStatus.Succeeded : ConditionExecutionStatus.Failed,
            LastStatusChange = now,
            Summary = broken.Count == 0 ? null : string.Join('\n', broken.Select(rule => $"{rule.RuleName}: {rule.Message}")),
        };
    }

    /// <summary>Nobody waits for its rules any more.</summary>
    public static RunCondition Abandoned(RunCondition condition, DateTimeOffset now) => condition with
    {
        Status = ConditionExecutionStatus.Abandoned,
        LastStatusChange = now,
        Rules = [.. condition.Rules.Select(rule => rule.Status == RuleExecutionStatus.InProgress ? rule with { Status = RuleExecutionStatus.Abandoned, LastUpdateTime = now } : rule)],
    };

    public static string WhyNotMet(StageTurn at) =>
        $"{at.StageName}: the condition {(at.Stage.Phase == StagePhase.Entry ? "before entry" : "on success")} is not met. {at.Stage.Judging?.Summary}";

    private static RunRule Begun(StageTurn at, StagePhase phase, RuleDeclaration rule)
    {
        var (filled, fault) = new VariableScope(at.Turn).Fill(rule.Configuration ?? new Dictionary<string, string>());
        var verdict = fault is null ? InstantRules.Judge(rule.RuleTypeId, filled, at.Now) : RuleVerdict.Of(isKept: false, fault);
        return new RunRule
        {
            RuleName = rule.Name,
            RuleExecutionId = ActionExecutionIds.OfRule(at.Run.PipelineExecutionId, at.StageName, phase, rule.Name, at.Run.Step + 1),
            Status = verdict?.Status ?? RuleExecutionStatus.InProgress,
            StartTime = at.Now,
            LastUpdateTime = at.Now,
            Message = verdict?.Message,
        };
    }
}
