using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class DeleteAlias(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:deleteAlias";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<Input>(call, LambdaErrors.Invalid);
        var aliasName = ConfigurationRules.Required(input.Name, "Name");

        // An alias that is not there is no error of Lambda's.
        store.Change(
            ConfigurationRules.Name(input.FunctionName, identity),
            function => function.Aliases.ContainsKey(aliasName) ? function.WithoutAlias(aliasName) : function);
        return Task.FromResult<JsonNode?>(new JsonObject());
    }

    private sealed record Input(string? FunctionName, string? Name);
}
