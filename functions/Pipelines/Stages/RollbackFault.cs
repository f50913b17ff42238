using Sluice.Pipelines.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Stages;

/// <summary>
/// Why a stage cannot be made again as a run left it. CodePipeline asks that the pipeline's structure has not changed since; here it is enough that the stage, as it is now, finds in the run what it takes.
/// </summary>
internal static class RollbackFault
{
    public static string? Of(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target) => Obstacle(pipeline, plan, target) ?? Outdated(pipeline, plan, target);

    /// <summary>The same as an error.</summary>
    public static ApiException? Error(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target) =>
        Obstacle(pipeline, plan, target) is { } obstacle ? new UnableToRollbackStageException(plan.StageName, obstacle)
        : Outdated(pipeline, plan, target) is { } outdated ? new PipelineExecutionOutdatedException(plan.Target, outdated)
        : null;

    private static string? Obstacle(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target)
    {
        if (plan.StageName == pipeline.Stages[0].Name)
        {
            return "it holds the sources; a run releases other revisions when it is started with them";
        }

        if (target.Type == ExecutionType.ROLLBACK)
        {
            return $"the run '{target.PipelineExecutionId}' is a rollback itself; name the run that it went back to, '{target.Rollback?.Target}'";
        }

        return target.FindStage(plan.StageName) is not { Status: StageExecutionStatus.Succeeded }
            ? $"the run '{target.PipelineExecutionId}' has not succeeded in it"
            : null;
    }

    private static string? Outdated(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target) => Missing(pipeline, plan, target) is { Count: > 0 } missing
        ? $"the pipeline has changed, and the run '{target.PipelineExecutionId}' has not made what the stage takes now: {string.Join(", ", missing)}"
        : null;

    private static List<string> Missing(PipelineDeclaration pipeline, RollbackPlan plan, PipelineRun target)
    {
        var stage = pipeline.Stage(plan.StageName);
        var made = RunArtifacts.Of(target).Keys.Concat(stage.Actions.SelectMany(action => action.Outputs())).ToHashSet(StringComparer.Ordinal);
        return [.. stage.Actions.SelectMany(action => action.Inputs()).Where(input => !made.Contains(input)).Distinct()];
    }
}
