using System.Text.Json;
using Sluice.Pipelines.Model;
using Sluice.Platform.Json;
using Sluice.Platform.StateMachines;

namespace Sluice.Pipelines.Stages;

/// <summary>Lets runs go on that waited for a stage. A dead token is no error: its run looks at the table when its machine calls again.</summary>
internal sealed class ParkedRuns(IStateMachines machines)
{
    public async Task WakeAsync(string pipelineName, IEnumerable<ParkedRun> parked, CancellationToken cancellationToken)
    {
        foreach (var run in parked)
        {
            var answer = JsonSerializer.SerializeToNode(NextStageAnswer.ToParked(pipelineName, run), SluiceJson.Options);
            await machines.SucceedTaskAsync(run.Token, answer, cancellationToken);
        }
    }
}
