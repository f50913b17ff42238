namespace Sluice.Deployments.Platforms.Lambda;

/// <summary>Lambda's <c>AliasRoutingConfiguration</c>.</summary>
public sealed record AliasRouting(IReadOnlyDictionary<string, decimal>? AdditionalVersionWeights);
