using Sluice.Pipelines.Model;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Stages;

/// <summary>The actions of a stage that run together because they have one runOrder.</summary>
internal static class ActionGroup
{
    /// <summary>Begins the stage that the run has just entered.</summary>
    public static Turn StartFirst(Turn turn)
    {
        var stage = turn.StageToEnter;
        var entered = new RunStage(stage.Name, StageExecutionStatus.InProgress, []);
        var run = turn.Run with { Phase = RunPhase.Acting, Stages = [.. turn.Run.Stages, entered] };
        return Start(turn.With(run), stage.Actions.Min(action => action.Order()));
    }

    /// <summary>Begins the stage's next group; null if the stage has no more.</summary>
    public static Turn? StartNext(Turn turn)
    {
        var later = turn.StageToEnter.Actions.Where(action => action.Order() > turn.Run.RunOrder).ToList();
        return later.Count == 0 ? null : Start(turn, later.Min(action => action.Order()));
    }

    private static Turn Start(Turn turn, int runOrder)
    {
        var run = turn.Run;
        var started = turn.StageToEnter.Actions.Where(action => action.Order() == runOrder).Select(action => Started(turn, action));
        var stage = run.Stage with { Actions = [.. run.Stage.Actions, .. started] };
        return turn.With(run.WithStage(stage) with { RunOrder = runOrder, Step = run.Step + 1, LastUpdateTime = turn.Now });
    }

    private static RunAction Started(Turn turn, ActionDeclaration action) => new()
    {
        ActionName = action.Name,
        ActionExecutionId = ActionExecutionIds.Of(turn.Run.PipelineExecutionId, turn.StageToEnter.Name, action.Name, attempt: 1),
        ActionTypeId = action.ActionTypeId,
        RunOrder = action.Order(),
        Status = ActionExecutionStatus.InProgress,
        StartTime = turn.Now,
        LastUpdateTime = turn.Now,
        InputArtifacts = Inputs(turn.Run, action),
    };

    /// <summary>The document's rules say that an earlier action declares each, and a result without them is a failure: so each is there.</summary>
    private static Dictionary<string, ObjectRef> Inputs(PipelineRun run, ActionDeclaration action)
    {
        var made = run.Stages.SelectMany(stage => stage.Actions).SelectMany(done => done.OutputArtifacts).ToDictionary();
        return action.Inputs().ToDictionary(input => input, input => made[input]);
    }
}
