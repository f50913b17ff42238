using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A listener as it was.</summary>
/// <param name="ListenerArn">Which.</param>
/// <param name="Traffic">Its traffic, by target groups' ARNs.</param>
/// <param name="DefaultActions">Its default actions in the load balancer's shape, to be given back exactly.</param>
internal sealed record ListenerSnapshot(string ListenerArn, TrafficSplit Traffic, JsonArray DefaultActions);
