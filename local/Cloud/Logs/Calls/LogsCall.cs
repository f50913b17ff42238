using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Logs.Calls;

/// <summary>A call of CloudWatch Logs: reads its request, and answers.</summary>
internal abstract class LogsCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:cloudwatchlogs:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        await AnswerAsync(AwsJson.Read<TInput>(call, LogsErrors.Invalid), cancellationToken);

    protected abstract Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken);
}
