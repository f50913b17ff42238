namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>ECS's <c>AwsvpcConfiguration</c>.</summary>
/// <param name="Subnets">At least one.</param>
/// <param name="SecurityGroups">May be none.</param>
/// <param name="AssignPublicIp">ENABLED or DISABLED.</param>
internal sealed record TaskSetNetwork(IReadOnlyList<string> Subnets, IReadOnlyList<string> SecurityGroups, string? AssignPublicIp);
