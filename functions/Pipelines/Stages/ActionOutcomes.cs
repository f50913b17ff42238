using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Stages;

/// <summary>Writes what the running actions reported on the run's record.</summary>
internal static class ActionOutcomes
{
    /// <summary>The reports come in the order in which the actions were handed out.</summary>
    public static RunStage Record(StageTurn at, IReadOnlyList<ActionReport> reports)
    {
        var place = 0;
        var actions = at.Stage.Actions.Select(action => action.Status == ActionExecutionStatus.InProgress
            ? Ended(action, at.Declared.Action(action.ActionName), place < reports.Count ? reports[place++] : null, at.Now)
            : action);
        return at.Stage with { Actions = [.. actions] };
    }

    private static RunAction Ended(RunAction action, ActionDeclaration declared, ActionReport? report, DateTimeOffset now)
    {
        var fault = Fault(declared, report);
        return action with
        {
            Status = fault is null ? ActionExecutionStatus.Succeeded : ActionExecutionStatus.Failed,
            LastUpdateTime = now,
            ExternalExecutionId = string.IsNullOrEmpty(report?.ExternalExecutionId) ? null : report.ExternalExecutionId,
            Outcome = Known(report?.Outcome),
            Message = fault ?? report?.Message,
            ErrorCode = fault is null ? null : report?.ErrorCode,
            OutputArtifacts = fault is null ? Declared(declared, report!) : action.OutputArtifacts,
            HasVariables = fault is null && report?.OutputVariables is { Count: > 0 },
        };
    }

    private static string? Fault(ActionDeclaration declared, ActionReport? report)
    {
        if (report is null)
        {
            return "The action gave no result.";
        }

        if (report.Error is { } error)
        {
            return error.Describe();
        }

        if (report.Status != nameof(ActionStatus.Succeeded))
        {
            return report.Message ?? $"The action ended as {report.Status ?? "nothing"} and did not say why.";
        }

        if (report.Outcome is { } outcome && Known(outcome) is null)
        {
            return $"The action succeeded, and told of an end that is not known here: {outcome}.";
        }

        var missing = declared.Outputs().Where(name => report.OutputArtifacts?.ContainsKey(name) != true).ToList();
        return missing.Count == 0 ? null : $"The action succeeded, but did not make its output artifacts: {string.Join(", ", missing)}.";
    }

    private static ActionOutcome? Known(string? outcome) => Enum.GetValues<ActionOutcome>().Cast<ActionOutcome?>().FirstOrDefault(known => known.ToString() == outcome);

    private static Dictionary<string, ObjectRef> Declared(ActionDeclaration declared, ActionReport report) =>
        declared.Outputs().ToDictionary(output => output, output => report.OutputArtifacts![output]);
}
