using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class CreateAlias(FunctionStore store, CloudIdentity identity, IIds ids) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:createAlias";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var alias = Alias(input);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        store.Change(name, function => function.Aliases.ContainsKey(alias.Name)
            ? throw LambdaErrors.Exists($"Alias {identity.FunctionArn(name, alias.Name)}")
            : function.With(AliasRules.Checked(function, alias, identity)));
        return Task.FromResult<JsonNode?>(AwsJson.Write(AliasShape.Of(identity, name, alias)));
    }

    private FunctionAlias Alias(Input input)
    {
        var name = ConfigurationRules.Required(input.Name, "Name");
        AliasRules.CheckName(name);
        return new FunctionAlias(
            name,
            ConfigurationRules.Required(input.FunctionVersion, "FunctionVersion"),
            input.Description ?? "",
            AliasRules.Weights(input.RoutingConfig, ImmutableSortedDictionary<string, double>.Empty),
            ids.Uuid());
    }

    private sealed record Input(string? FunctionName, string? Name, string? FunctionVersion, string? Description, RoutingShape? RoutingConfig);
}
