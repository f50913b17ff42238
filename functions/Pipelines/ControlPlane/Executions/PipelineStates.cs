using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Where the runs of a pipeline are, stage by stage. Of runs in the mode PARALLEL there is no such view.</summary>
internal sealed class PipelineStates(PipelineStore pipelines, PipelineRunStore runs, StageLocks locks, StageStates stageStates, MadeTypes types)
{
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    public async Task<GetPipelineStateOutput> OfAsync(string name, CancellationToken cancellationToken)
    {
        var stored = await pipelines.GetAsync(name, cancellationToken);
        var stages = await locks.AllAsync(name, cancellationToken);
        var seen = new Dictionary<string, PipelineRun>(StringComparer.Ordinal);
        foreach (var id in stages.Values.SelectMany(stage => stage.Value.Latest.Concat(stage.Value.Queue.Select(parked => parked.PipelineExecutionId))).Distinct())
        {
            if (await runs.FindAsync(name, id, cancellationToken) is { } run)
            {
                seen[id] = run.Value;
            }
        }

        var made = await types.OfAsync(stored.Pipeline, cancellationToken);
        var states = new List<StageState>();
        foreach (var stage in stored.Pipeline.Stages)
        {
            states.Add(await stageStates.OfAsync(stage, stages.TryGetValue(stage.Name, out var found) ? found.Value : new StageLock(stage.Name), seen, made, cancellationToken));
        }

        return new GetPipelineStateOutput
        {
            PipelineName = name,
            PipelineVersion = stored.Pipeline.Number(),
            Created = stored.Created,
            Updated = stored.Updated,
            StageStates = states,
        };
    }
}
