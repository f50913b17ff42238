namespace Sluice.Deployments.Model;

/// <summary>A deployment group as it is stored. Deployments keep its id, so a rename changes nothing of theirs.</summary>
/// <param name="DeploymentGroupId">A UUID, for ever its own.</param>
/// <param name="ApplicationId">Whose it is.</param>
/// <param name="DeploymentGroupName">Unique among the groups that the application has now.</param>
/// <param name="ComputePlatform">The application's.</param>
/// <param name="CreateTime">When it was made.</param>
public sealed record DeploymentGroup(
    string DeploymentGroupId, string ApplicationId, string DeploymentGroupName, ComputePlatform ComputePlatform, DateTimeOffset CreateTime)
{
    /// <summary>All that it says, defaults included; empty members are null.</summary>
    public GroupSettings Settings { get; init; } = new();

    /// <summary>Servers: the names of its Auto Scaling groups.</summary>
    public IReadOnlyList<string> AutoScalingGroups { get; init; } = [];

    /// <summary>Its tags, in the order of their keys.</summary>
    public IReadOnlyList<Tag> Tags { get; init; } = [];
}
