using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Replaces what was set before.</summary>
internal sealed class PutFunctionEventInvokeConfig(FunctionStore store, VersionRunner versions, CloudIdentity identity, TimeProvider time) : IServiceCall
{
    public string Resource => "arn:aws:states:::aws-sdk:lambda:putFunctionEventInvokeConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<EventConfigInput>(call, LambdaErrors.Invalid);
        var reference = input.Reference(identity);
        _ = versions.Find(reference);
        var changed = store.Change(reference.Name, function => function.With(reference.Target, input.Settings(before: null, time.GetUtcNow())));
        return Task.FromResult<JsonNode?>(AwsJson.Write(EventConfigShape.Of(identity, reference, changed.EventSettingsOf(reference.Target)!)));
    }
}
