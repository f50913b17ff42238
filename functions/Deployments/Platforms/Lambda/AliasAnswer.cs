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
