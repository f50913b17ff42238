namespace Sluice.Deployments.Ecs;

/// <summary>What is known of a deployment's task sets, as they were last seen.</summary>
/// <param name="TaskSets">The original, if there is one, and the replacement, once it is made.</param>
public sealed record EcsProgress(IReadOnlyList<TaskSetFact> TaskSets)
{
    /// <summary>The last change of the test listener that was intended.</summary>
    public TrafficIntent? TestIntent { get; init; }

    /// <summary>How healthy the replacement was when it was last looked at, in words.</summary>
    public string? Condition { get; init; }

    internal TaskSetFact? Replacement => TaskSets.FirstOrDefault(set => set.Label == TaskSetFact.Green);
}
