using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class DeleteFunctionEventInvokeConfig(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:deleteFunctionEventInvokeConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var reference = AwsJson.Read<EventConfigInput>(call, LambdaErrors.Invalid).Reference(identity);
        store.Change(reference.Name, function => function.EventSettingsOf(reference.Target) is null
            ? throw LambdaErrors.NoEventConfig(identity.FunctionArn(reference.Name, reference.Target))
            : function.With(reference.Target, settings: null));
        return Task.FromResult<JsonNode?>(new JsonObject());
    }
}
