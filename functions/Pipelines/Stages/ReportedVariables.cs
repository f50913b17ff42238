using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.Stages;

/// <summary>Keeps the variables that the running actions report, before the run's record says that they have succeeded.</summary>
internal sealed class ReportedVariables(RunVariables variables)
{
    public async Task KeepAsync(PipelineRun run, NextStageRequest request, CancellationToken cancellationToken)
    {
        if (RunProgress.StageOf(run, request.Machine) is not { } stage || stage.Step != request.Position.Step)
        {
            return;
        }

        foreach (var (action, report) in stage.Running.Zip(request.Position.Results ?? []))
        {
            if (report.OutputVariables is { Count: > 0 } given)
            {
                await variables.SaveAsync(run.PipelineName, run.PipelineExecutionId, action.ActionExecutionId, given, cancellationToken);
            }
        }
    }
}
