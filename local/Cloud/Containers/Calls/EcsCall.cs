using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Containers.Calls;

/// <summary>A call of ECS: reads its request, and answers.</summary>
internal abstract class EcsCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:ecs:{operation}";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        Task.FromResult<JsonNode?>(Answer(AwsJson.Read<TInput>(call, EcsErrors.Invalid)));

    protected abstract JsonObject Answer(TInput input);
}
