using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Topics.Calls;

/// <summary>A call of SNS: reads its request, and answers.</summary>
internal abstract class TopicCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:sns:{operation}";

    public Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        Task.FromResult<JsonNode?>(Answer(AwsJson.Read<TInput>(call, "Sns.InvalidParameterException")));

    protected abstract JsonObject Answer(TInput input);
}
