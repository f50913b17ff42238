using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Secrets.Calls;

/// <summary>A call of Secrets Manager: reads its request, and answers.</summary>
internal abstract class SecretCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:secretsmanager:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        await AnswerAsync(AwsJson.Read<TInput>(call, SecretErrors.Invalid), cancellationToken);

    protected abstract Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken);
}
