using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class GetAlias(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:getAlias";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var name = ConfigurationRules.Name(input.FunctionName, identity);
        var aliasName = ConfigurationRules.Required(input.Name, "Name");
        var alias = store.Get(name).Aliases.GetValueOrDefault(aliasName) ?? throw LambdaErrors.AliasNotFound(identity.FunctionArn(name, aliasName));
        return Task.FromResult<JsonNode?>(AwsJson.Write(AliasShape.Of(identity, name, alias)));
    }

    private sealed record Input(string? FunctionName, string? Name);
}
