namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A target group, as far as it is read.</summary>
public sealed record TargetGroupAnswer(string TargetGroupArn, string? TargetGroupName);
