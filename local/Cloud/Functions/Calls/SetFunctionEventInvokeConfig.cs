using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions.Events;
using Sluice.Local.Cloud.Functions.Shapes;
using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions.Calls;

/// <summary>Lambda's PutFunctionEventInvokeConfig, which replaces what was set before, and UpdateFunctionEventInvokeConfig, which changes it.</summary>
internal sealed class SetFunctionEventInvokeConfig(FunctionStore store, VersionRunner versions, CloudIdentity identity, TimeProvider time) : IServiceCall
{
    /// <summary>Whether what the caller leaves out stays: there must be something to change then.</summary>
    public required bool Keeps { get; init; }

    public string Resource => $"arn:aws:states:::aws-sdk:lambda:{(Keeps ? "update" : "put")}FunctionEventInvokeConfig";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        var input = AwsJson.Read<EventConfigInput>(call, LambdaErrors.Invalid);
        var reference = input.Reference(identity);
        _ = versions.Find(reference);
        var changed = store.Change(reference.Name, function => function.With(reference.Target, input.Settings(Keeps ? Before(function, reference) : null, time.GetUtcNow())));
        return Task.FromResult<JsonNode?>(AwsJson.Write(EventConfigShape.Of(identity, reference, changed.EventSettingsOf(reference.Target)!)));
    }

    private EventSettings Before(FunctionRecord function, FunctionReference reference) =>
        function.EventSettingsOf(reference.Target) ?? throw LambdaErrors.NoEventConfig(identity.FunctionArn(reference.Name, reference.Target));
}
