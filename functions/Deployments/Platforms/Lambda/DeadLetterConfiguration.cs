namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>Lambda's <c>DeadLetterConfig</c>.</summary>
public sealed record DeadLetterConfiguration(string? TargetArn);
