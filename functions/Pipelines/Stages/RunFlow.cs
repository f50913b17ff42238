using Sluice.Pipelines.Model;

namespace Sluice.Pipelines.Stages;

/// <summary>Which stages a run goes to, and when it has been to all.</summary>
internal static class RunFlow
{
    /// <summary>As many of a run's events as may be in one transaction, with room for the rest.</summary>
    private const int MostEvents = 60;

    /// <summary>Comes to the pipeline's first stage, or to the one that is rolled back.</summary>
    public static StageTurn Begin(Turn turn)
    {
        var first = turn.Run.Rollback?.StageName ?? turn.Pipeline.Stages[0].Name;
        return new StageTurn(Arrive(turn, first, machine: 1), first);
    }

    /// <summary>
    /// Goes on when a stage is left. The stage is left and the next one's door reached in one write, so that no other run sees this one nowhere. The machine that was in the stage goes on with the first of those that can begin now; each
    /// other one gets a machine of its own.
    /// </summary>
    /// <param name="at">The stage, which is done.</param>
    /// <param name="asker">The machine that goes on; null if there is none.</param>
    public static Turn After(StageTurn at, ParkedRun? asker)
    {
        var ready = at.Run.IsHalted || at.Run.Rollback is not null ? [] : Ready(at).ToList();
        if (ready.Count == 0)
        {
            return at.Run.ActiveStages.Any() ? at.Turn : RunEnd.Of(at.Turn);
        }

        var arrived = Arrive(at.Turn, ready[0].Name, at.Stage.Machine);
        foreach (var stage in ready.Skip(1))
        {
            arrived = Arrive(arrived.With(arrived.Run with { Machines = arrived.Run.Machines + 1 }), stage.Name, arrived.Run.Machines + 1);
        }

        var next = new StageTurn(arrived, ready[0].Name);
        return asker is null || IsTooMuch(at, ready[0]) ? arrived : StageDoor.Enter(next, asker);
    }

    /// <summary>Whether anything is left to do after this: later groups, or other stages.</summary>
    public static bool HasMore(StageTurn at) => ActionGroup.Next(at).Any()
        || (at.Run.Rollback is null && at.Turn.Pipeline.Stages.Any(stage => stage.Name != at.StageName && !IsDone(at.Run, stage.Name)));

    private static Turn Arrive(Turn turn, string stage, int machine) => turn.With(turn.Run with
    {
        Stages = [.. turn.Run.Stages, new RunStage { StageName = stage, Machine = machine, ArrivedAt = turn.Now }],
        LastUpdateTime = turn.Now,
    });

    private static IEnumerable<StageDeclaration> Ready(StageTurn at) => at.Turn.Pipeline.Followers(at.StageName)
        .Where(stage => at.Run.FindStage(stage.Name) is null && at.Turn.Pipeline.Needs(stage).All(needed => IsDone(at.Run, needed)));

    private static bool IsDone(PipelineRun run, string stage) =>
        run.FindStage(stage) is { Phase: StagePhase.Done, Status: StageExecutionStatus.Succeeded or StageExecutionStatus.Skipped };

    /// <summary>Then the next stage is entered with the next question, which the machine asks at once.</summary>
    private static bool IsTooMuch(StageTurn at, StageDeclaration next) => at.Stage.Actions.Count + next.Actions.Count > MostEvents;
}
