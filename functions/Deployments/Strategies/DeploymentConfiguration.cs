using System.Text.Json.Serialization;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Strategies;

/// <summary>How fast deployments go: predefined, made by a user, or said by its own name (<c>Steps.10@5m,50@10m</c>).</summary>
/// <param name="DeploymentConfigName">Its name.</param>
/// <param name="DeploymentConfigId">A UUID; the name where that says it all.</param>
/// <param name="ComputePlatform">What it is for; null if for each that shifts traffic.</param>
public sealed record DeploymentConfiguration(string DeploymentConfigName, string DeploymentConfigId, ComputePlatform? ComputePlatform)
{
    /// <summary>When it was made; null if nobody made it.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>Servers only: how many must stay healthy.</summary>
    public MinimumHealthyHosts? MinimumHealthyHosts { get; init; }

    /// <summary>How traffic is moved.</summary>
    public TrafficRoutingConfig? TrafficRoutingConfig { get; init; }

    /// <summary>Servers only: one Availability Zone after the other.</summary>
    public ZonalConfig? ZonalConfig { get; init; }

    /// <summary>Our addition: any list of steps, in place of <see cref="TrafficRoutingConfig"/>.</summary>
    public IReadOnlyList<TrafficStep>? Steps { get; init; }

    /// <summary>The steps before all traffic is moved, however they are said; none if it is all at once.</summary>
    [JsonIgnore]
    public IReadOnlyList<TrafficStep> TrafficSteps => Steps ?? TrafficRoutingConfig?.Steps() ?? [];
}
