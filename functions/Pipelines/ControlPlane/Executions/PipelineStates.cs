using Sluice.Pipelines.ControlPlane.ActionTypes;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Where the runs of a pipeline are, stage by stage. Of runs in the mode PARALLEL there is no such view.</summary>
internal sealed class PipelineStates(PipelineStore pipelines, PipelineRunStore runs, StageLocks locks, StageStates stageStates, MadeTypes types)
{
    /// <summary>So many of the last runs are looked at for an action that those which a stage shows did not come to.</summary>
    private const int MostLookedAt = 100;

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
        var older = stored.Pipeline.Stages.Any(stage => stages.TryGetValue(stage.Name, out var found) && Misses(stage, found.Value, seen)) ? await OlderAsync(name, cancellationToken) : [];
        var states = new List<StageState>();
        foreach (var stage in stored.Pipeline.Stages)
        {
            states.Add(await stageStates.OfAsync(stage, stages.TryGetValue(stage.Name, out var found) ? found.Value : new StageLock(stage.Name), seen, older, made, cancellationToken));
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

    /// <summary>Whether a stage has an action that none of the runs it shows came to, and was entered before them.</summary>
    private static bool Misses(StageDeclaration declared, StageLock stage, Dictionary<string, PipelineRun> seen)
    {
        var begun = stage.Latest.Where(seen.ContainsKey).SelectMany(id => seen[id].FindStage(declared.Name)?.Actions ?? []).Select(action => action.ActionName).ToHashSet(StringComparer.Ordinal);
        return stage.Latest.Count == StageLock.MostShown && declared.Actions.Any(action => !begun.Contains(action.Name));
    }

    private async Task<IReadOnlyList<PipelineRun>> OlderAsync(string name, CancellationToken cancellationToken) =>
        [.. (await runs.ListAsync(name, null, MostLookedAt, cancellationToken)).Runs.Where(run => run.Mode != ExecutionMode.PARALLEL)];
}
