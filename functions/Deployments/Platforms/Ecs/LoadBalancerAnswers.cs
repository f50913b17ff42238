using System.Text.Json.Nodes;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What the load balancer answers to <c>DescribeListeners</c>.</summary>
public sealed record ListenersAnswer(IReadOnlyList<ListenerAnswer>? Listeners)
{
    internal ListenerAnswer? Find(string listenerArn) => (Listeners ?? []).FirstOrDefault(listener => listener.ListenerArn == listenerArn);
}

/// <summary>A listener, as far as it is read.</summary>
public sealed record ListenerAnswer(string ListenerArn, JsonArray? DefaultActions);

/// <summary>What the load balancer answers to <c>DescribeTargetGroups</c>.</summary>
public sealed record TargetGroupsAnswer(IReadOnlyList<TargetGroupAnswer>? TargetGroups);

/// <summary>A target group, as far as it is read.</summary>
public sealed record TargetGroupAnswer(string TargetGroupArn, string? TargetGroupName);

/// <summary>What the load balancer answers to <c>DescribeTargetHealth</c>.</summary>
internal sealed record HealthAnswer(IReadOnlyList<TargetHealthDescription>? TargetHealthDescriptions);

/// <summary>One target and its health.</summary>
internal sealed record TargetHealthDescription(TargetAnswer? Target, TargetHealth? TargetHealth)
{
    // A target of an earlier task set that is leaving says nothing about this one.
    internal bool Counts => TargetHealth?.State is not "draining";

    internal bool IsHealthy => TargetHealth?.State == "healthy";

    internal string Describe() =>
        $"{Target?.Id}:{Target?.Port} is {TargetHealth?.State}"
        + (TargetHealth?.Reason is null ? "" : $" ({TargetHealth.Reason}{(TargetHealth.Description is null ? "" : $": {TargetHealth.Description}")})");
}

/// <summary>A target of a target group.</summary>
internal sealed record TargetAnswer(string? Id, int? Port);

/// <summary>The load balancer's word on a target: initial, healthy, unhealthy, unused, draining or unavailable, and why.</summary>
public sealed record TargetHealth(string? State, string? Reason, string? Description);
