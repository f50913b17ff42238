namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>The part of <c>GetFunctionConfiguration</c>'s answer that is judged.</summary>
public sealed record VersionConfiguration(
    string Version, string? State, string? StateReason, string? Role, DeadLetterConfiguration? DeadLetterConfig);
