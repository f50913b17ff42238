namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>One target and its health.</summary>
public sealed record TargetHealthDescription(TargetAnswer? Target, TargetHealth? TargetHealth)
{
    // A target of an earlier task set that is leaving says nothing about this one.
    internal bool Counts => TargetHealth?.State is not "draining";

    internal bool IsHealthy => TargetHealth?.State == "healthy";

    internal string Describe() =>
        $"{Target?.Id}:{Target?.Port} is {TargetHealth?.State}"
        + (TargetHealth?.Reason is null ? "" : $" ({TargetHealth.Reason}{(TargetHealth.Description is null ? "" : $": {TargetHealth.Description}")})");
}
