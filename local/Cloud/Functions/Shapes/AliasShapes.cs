using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Shapes;

/// <summary>Lambda's AliasConfiguration.</summary>
internal sealed record AliasShape(
    string AliasArn, string Name, string FunctionVersion, string Description, RoutingShape? RoutingConfig, string RevisionId)
{
    public static AliasShape Of(CloudIdentity identity, string function, FunctionAlias alias) => new(
        identity.FunctionArn(function, alias.Name),
        alias.Name,
        alias.FunctionVersion,
        alias.Description,
        alias.Weights.Count == 0 ? null : new RoutingShape(alias.Weights),
        alias.RevisionId);
}

/// <summary>Lambda's AliasRoutingConfiguration. Without an entry it means that there is no second version.</summary>
internal sealed record RoutingShape(IReadOnlyDictionary<string, double>? AdditionalVersionWeights);
