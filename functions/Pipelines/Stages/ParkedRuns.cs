using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Stages;

/// <summary>Lets runs go on that waited for a stage. A dead token is no error: its run looks at the table when its machine calls again.</summary>
internal sealed class ParkedRuns(PipelineRunStore runs, IStateMachines machines)
{
    public async Task WakeAsync(string pipelineName, IEnumerable<ParkedRun> parked, CancellationToken cancellationToken)
    {
        foreach (var run in parked)
        {
            var answer = JsonSerializer.SerializeToNode(NextStageAnswer.ToParked(pipelineName, run), SluiceJson.Options);
            await machines.SucceedTaskAsync(run.Token, answer, cancellationToken);
        }
    }

    /// <summary>Tells those again whom the last change of this run let go on: whoever made it may have died before telling them.</summary>
    public async Task WakeAgainAsync(string pipelineName, string pipelineExecutionId, CancellationToken cancellationToken)
    {
        var run = await runs.GetAsync(pipelineName, pipelineExecutionId, cancellationToken);
        await WakeAsync(pipelineName, run.Value.Wakes, cancellationToken);
    }
}
