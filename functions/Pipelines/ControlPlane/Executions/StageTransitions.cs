using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;

namespace Sluice.Pipelines.ControlPlane.Executions;

/// <summary>Whether runs may go from stage to stage.</summary>
internal sealed class StageTransitions(PipelineStore pipelines, StageLocks locks, ParkedRuns parked, TimeProvider time)
{
    /// <summary>The way out of a stage is the way into each that follows.</summary>
    /// <exception cref="PipelineNotFoundException">There is none of this name.</exception>
    /// <exception cref="StageNotFoundException">It has no such stage.</exception>
    public async Task ChangeAsync(string pipeline, string stage, StageTransitionType type, bool enabled, string? reason, string by, CancellationToken cancellationToken)
    {
        var declared = (await pipelines.GetAsync(pipeline, cancellationToken)).Pipeline;
        if (declared.Stages.All(known => known.Name != stage))
        {
            throw new StageNotFoundException(pipeline, stage);
        }

        foreach (var into in type == StageTransitionType.Inbound ? [stage] : declared.Followers(stage).Select(follower => follower.Name).ToList())
        {
            var after = await locks.ChangeAsync(pipeline, into, seen => Decide(seen, new StageTransition(enabled, reason, time.GetUtcNow(), by)), cancellationToken);
            await parked.WakeAsync(pipeline, after.Wakes, cancellationToken);
        }
    }

    internal static StageLock Decide(StageLock stage, StageTransition transition)
    {
        if (transition.Enabled && !stage.IsClosed)
        {
            return stage;
        }

        var (after, admitted) = StageDoor.Admit(stage with { Transition = transition });
        return after with { Wakes = admitted };
    }
}
