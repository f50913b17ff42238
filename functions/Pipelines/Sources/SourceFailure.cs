using Sluice.Pipelines.Model;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Sources;

/// <summary>Whether a run failed because its source could not be had, and not for what is in it. Sources are in the first stage, and nothing else is.</summary>
internal static class SourceFailure
{
    public static bool Is(PipelineRun run) =>
        run.Status == PipelineExecutionStatus.Failed
        && run.Stages.Index().Any(stage => stage.Item.Actions.Any(action => action.Status == ActionExecutionStatus.Failed && (stage.Index == 0 || action.ErrorCode == ActionErrors.Source)));
}
