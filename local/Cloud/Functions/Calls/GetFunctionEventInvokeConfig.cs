using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

internal sealed class GetFunctionEventInvokeConfig(FunctionStore store, CloudIdentity identity) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:getFunctionEventInvokeConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var reference = AwsJson.Read<EventConfigInput>(call, LambdaErrors.Invalid).Reference(identity);
        var settings = store.Get(reference.Name).EventSettingsOf(reference.Target) ?? throw LambdaErrors.NoEventConfig(identity.FunctionArn(reference.Name, reference.Target));
        return Task.FromResult<JsonNode?>(AwsJson.Write(EventConfigShape.Of(identity, reference, settings)));
    }
}
