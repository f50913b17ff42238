using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Events.Calls;

/// <summary>A call of EventBridge: reads its request, and answers.</summary>
internal abstract class EventCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource => $"arn:aws:states:::aws-sdk:eventbridge:{Operation}";

    protected virtual string Operation => operation;

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) => Task.FromResult<JsonNode?>(Answer(AwsJson.Read<TInput>(call, EventErrors.Validation)));

    protected abstract JsonObject Answer(TInput input);
}
