using System.Text.Json.Nodes;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A listener, as far as it is read.</summary>
public sealed record ListenerAnswer(string ListenerArn, JsonArray? DefaultActions);
