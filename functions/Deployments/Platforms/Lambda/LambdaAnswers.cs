using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>What Lambda answers of an alias; or, where a machine caught an error in its place, the error.</summary>
public sealed record AliasAnswer(string? FunctionVersion, string? RevisionId, AliasRouting? RoutingConfig, string? Error)
{
    /// <summary>Whether the answer was that there is no such alias.</summary>
    public bool IsMissing() => Error == "Lambda.ResourceNotFoundException";

    /// <summary>The traffic that it tells of; weights of zero count as none.</summary>
    public TrafficSplit Traffic() => new(
        FunctionVersion ?? "",
        (RoutingConfig?.AdditionalVersionWeights ?? new Dictionary<string, decimal>())
            .Where(weight => weight.Value > 0)
            .ToDictionary(weight => weight.Key, weight => weight.Value, StringComparer.Ordinal));
}

/// <summary>Lambda's <c>AliasRoutingConfiguration</c>.</summary>
public sealed record AliasRouting(IReadOnlyDictionary<string, decimal>? AdditionalVersionWeights);

/// <summary>The part of <c>GetFunctionConfiguration</c>'s answer that is judged.</summary>
public sealed record VersionConfiguration(
    string Version, string? State, string? StateReason, string? Role, DeadLetterConfiguration? DeadLetterConfig);

/// <summary>Lambda's <c>DeadLetterConfig</c>.</summary>
public sealed record DeadLetterConfiguration(string? TargetArn);
