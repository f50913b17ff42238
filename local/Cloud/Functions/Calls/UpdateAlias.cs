using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Moves traffic: the next request is routed by what this wrote.</summary>
internal sealed class UpdateAlias(FunctionStore store, CloudIdentity identity, IIds ids) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:updateAlias";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var aliasName = ConfigurationRules.Required(input.Name, "Name");
        var changed = store.Change(name, function => function.With(Changed(function, aliasName, input)));
        return Task.FromResult<JsonNode?>(AwsJson.Write(AliasShape.Of(identity, name, changed.Aliases[aliasName])));
    }

    private FunctionAlias Changed(FunctionRecord function, string aliasName, Input input)
    {
        var alias = function.Aliases.GetValueOrDefault(aliasName)
            ?? throw LambdaErrors.AliasNotFound(identity.FunctionArn(function.Name, aliasName));
        if (input.RevisionId is not null && input.RevisionId != alias.RevisionId)
        {
            throw LambdaErrors.StaleRevision();
        }

        var changed = alias with
        {
            FunctionVersion = input.FunctionVersion ?? alias.FunctionVersion,
            Description = input.Description ?? alias.Description,
            Weights = AliasRules.Weights(input.RoutingConfig, alias.Weights),
            RevisionId = ids.Uuid(),
        };
        return AliasRules.Checked(function, changed, identity);
    }

    private sealed record Input(
        string? FunctionName, string? Name, string? FunctionVersion, string? Description, RoutingShape? RoutingConfig, string? RevisionId);
}
