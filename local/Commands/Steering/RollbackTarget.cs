using Sluice.Local.Commands.Clients;
using Sluice.Pipelines.Shapes;

namespace Sluice.Local.Commands.Steering;

/// <summary>Which run a stage goes back to if none is named.</summary>
internal static class RollbackTarget
{
    /// <summary>The last one that succeeded there before what is there now. What a rollback put there is what its own target left: going back twice goes back two runs.</summary>
    /// <param name="pipeline">Its name.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="newest">The run that came to it last.</param>
    /// <param name="succeeded">The runs that succeeded in it, the newest first.</param>
    /// <exception cref="RefusedException">There is none.</exception>
    public static string Of(string pipeline, StageState stage, PipelineExecutionSummary? newest, IReadOnlyList<PipelineExecutionSummary> succeeded)
    {
        var there = newest?.RollbackMetadata?.RollbackTargetPipelineExecutionId ?? newest?.PipelineExecutionId;
        var runs = succeeded.Where(run => run.ExecutionType != ExecutionType.ROLLBACK).Select(run => run.PipelineExecutionId!).ToList();
        return runs.Skip(runs.IndexOf(there ?? "") + 1).FirstOrDefault()
            ?? throw new RefusedException($"{pipeline}: no earlier run has succeeded in {stage.StageName}, so there is nothing to go back to.");
    }
}
