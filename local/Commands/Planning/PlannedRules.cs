using Sluice.Pipelines.Conditions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Planning;

/// <summary>The rules of a stage's conditions, and what those say now that are judged by the suite itself.</summary>
internal static class PlannedRules
{
    public static IEnumerable<PlannedRule> Of(StageDeclaration stage, PlannedValues values, DateTimeOffset now) =>
        from condition in new[] { ("before entry", stage.EntryCondition()), ("on success", stage.SuccessCondition()), ("on failure", stage.FailureCondition()) }
        from rule in condition.Item2?.Rules ?? []
        select Of(condition.Item1, condition.Item2!.Result, rule, values, now);

    private static PlannedRule Of(string occasion, Result? result, RuleDeclaration rule, PlannedValues values, DateTimeOffset now)
    {
        var filled = values.Fill(rule.Configuration);
        var verdict = values.AreKnown(rule.Configuration) ? InstantRules.Judge(rule.RuleTypeId, filled, now) : null;
        return new PlannedRule(rule.Name, occasion, rule.RuleTypeId.Provider, result?.ToString(), filled, verdict is null ? null : Text(verdict));
    }

    private static string Text(RuleVerdict verdict) => verdict.Status switch
    {
        RuleExecutionStatus.Succeeded => $"kept now: {verdict.Message}",
        RuleExecutionStatus.InProgress => verdict.Message ?? "",
        _ => $"not kept now: {verdict.Message}",
    };
}
