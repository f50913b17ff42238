using Sluice.Pipelines.Model;
using Sluice.Pipelines.Variables;

namespace Sluice.Pipelines.Stages;

/// <summary>The actions of a stage that run together because they have one runOrder.</summary>
internal static class ActionGroup
{
    /// <summary>The actions that are next: of those that have no result that counts, the ones with the lowest runOrder.</summary>
    public static IEnumerable<ActionDeclaration> Next(StageTurn at)
    {
        var begun = at.Stage.Current.Select(action => action.ActionName).ToHashSet(StringComparer.Ordinal);
        var left = at.Declared.Actions.Where(action => !begun.Contains(action.Name)).ToList();
        return left.Where(action => action.Order() == left.Min(other => other.Order()));
    }

    /// <summary>Begins the next group; null if there is none. An action that cannot begin has failed by that.</summary>
    public static StageTurn? BeginNext(StageTurn at)
    {
        var next = Next(at).ToList();
        if (next.Count == 0)
        {
            return null;
        }

        var begun = next.Select(action => Begun(at, action)).ToList();
        return at.WithStep(at.Stage with { Phase = StagePhase.Acting, RunOrder = next[0].Order(), Actions = [.. at.Stage.Actions, .. begun] });
    }

    /// <summary>Actions that are to be begun again do not count any more.</summary>
    public static RunStage PutAside(RunStage stage, StageRetryMode mode) => stage with
    {
        RunOrder = 0,
        Actions = [.. stage.Actions.Select(action => mode == StageRetryMode.ALL_ACTIONS || action.Status != ActionExecutionStatus.Succeeded ? action with { IsPutAside = true } : action)],
    };

    private static RunAction Begun(StageTurn at, ActionDeclaration action)
    {
        var fault = Fault(at.Turn, action);
        return new RunAction
        {
            ActionName = action.Name,
            ActionExecutionId = ActionExecutionIds.Of(at.Run.PipelineExecutionId, at.StageName, action.Name, 1 + at.Stage.Actions.Count(earlier => earlier.ActionName == action.Name)),
            Status = fault is null ? ActionExecutionStatus.InProgress : ActionExecutionStatus.Failed,
            StartTime = at.Now,
            LastUpdateTime = at.Now,
            Message = fault,
        };
    }

    private static string? Fault(Turn turn, ActionDeclaration action)
    {
        var made = RunArtifacts.Of(turn.Run);
        var missing = action.Inputs().Where(input => !made.ContainsKey(input)).ToList();
        return missing.Count > 0
            ? $"The action did not begin, since its input artifacts are not there: {string.Join(", ", missing)}."
            : new VariableScope(turn).Fill(ActionOrder.Texts(action)).Fault is { } fault ? $"The action did not begin. {fault}" : null;
    }
}
