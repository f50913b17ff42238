using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Stages;

/// <summary>Writes what the running rules reported on the run's record.</summary>
internal static class RuleOutcomes
{
    /// <summary>The reports come in the order in which the rules were handed out.</summary>
    public static RunStage Record(StageTurn at, IReadOnlyList<ActionReport> reports)
    {
        if (at.Stage.Judging is not { } condition)
        {
            return at.Stage;
        }

        var place = 0;
        var rules = condition.Rules.Select(rule => rule.Status == RuleExecutionStatus.InProgress
            ? Ended(at, rule, place < reports.Count ? reports[place++] : null)
            : rule);
        return at.Stage.WithJudging(condition with { Rules = [.. rules] });
    }

    private static RunRule Ended(StageTurn at, RunRule rule, ActionReport? report)
    {
        var declared = at.Declared.Rule(at.Stage.Phase, rule.RuleName);
        var verdict = Waited(at, declared, report) ?? Reported(report);
        return rule with
        {
            Status = verdict.Status == RuleExecutionStatus.InProgress ? RuleExecutionStatus.Failed : verdict.Status,
            Message = verdict.Message,
            LastUpdateTime = at.Now,
            ExternalExecutionId = string.IsNullOrEmpty(report?.ExternalExecutionId) ? null : report.ExternalExecutionId,
            ErrorCode = report?.ErrorCode,
        };
    }

    /// <summary>A rule that only waited is judged again when the wait is over.</summary>
    private static RuleVerdict? Waited(StageTurn at, RuleDeclaration rule, ActionReport? report) => report?.Error?.Error == "States.Timeout"
        ? InstantRules.Judge(rule.RuleTypeId, new VariableScope(at.Turn).Fill(rule.Configuration ?? new Dictionary<string, string>()).Filled, at.Now)
        : null;

    private static RuleVerdict Reported(ActionReport? report) =>
        report is null ? RuleVerdict.Of(isKept: false, "The rule gave no result.")
        : report.Error is { } error ? RuleVerdict.Of(isKept: false, error.Describe())
        : new RuleVerdict(
            report.Status == nameof(ActionStatus.Succeeded) ? RuleExecutionStatus.Succeeded : RuleExecutionStatus.Failed,
            report.Message ?? (report.Status == nameof(ActionStatus.Succeeded) ? null : $"The rule ended as {report.Status ?? "nothing"} and did not say why."));
}
