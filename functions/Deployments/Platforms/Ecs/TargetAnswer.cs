namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A target of a target group.</summary>
public sealed record TargetAnswer(string? Id, int? Port);
