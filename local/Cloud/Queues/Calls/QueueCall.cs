using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Queues.Calls;

/// <summary>A call of SQS: reads its request, and answers.</summary>
internal abstract class QueueCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:sqs:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        await AnswerAsync(AwsJson.Read<TInput>(call, "Sqs.InvalidParameterValueException"), cancellationToken);

    protected virtual Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken) => Task.FromResult(Answer(input));

    protected virtual JsonObject Answer(TInput input) => [];
}
