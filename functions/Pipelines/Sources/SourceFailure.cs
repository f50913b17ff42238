using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Sources;

/// <summary>Whether a run failed because its source could not be had, and not for what is in it.</summary>
internal static class SourceFailure
{
    public static bool Is(PipelineRun run) =>
        run.Status == PipelineExecutionStatus.Failed
        && run.Stages.SelectMany(stage => stage.Actions).Where(action => action.Status == ActionExecutionStatus.Failed)
            .Any(action => action.ActionTypeId.Category == ActionCategory.Source || action.ErrorCode == ActionErrors.Source);
}
