using Sluice.Platform.Json;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What is known of a deployment's task sets, as they were last seen.</summary>
/// <param name="TaskSets">The original, if there is one, and the replacement, once it is made.</param>
[Kind("ECS")]
internal sealed record EcsProgress(IReadOnlyList<TaskSetFact> TaskSets) : Progress
{
    /// <summary>The last change of the test listener that was intended.</summary>
    public TrafficIntent? TestIntent { get; init; }

    internal TaskSetFact? Replacement => TaskSets.FirstOrDefault(set => set.Label == TaskSetFact.Green);
}
