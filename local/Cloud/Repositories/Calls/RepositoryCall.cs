using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Repositories.Calls;

/// <summary>A call of CodeCommit: reads its request, and answers.</summary>
internal abstract class RepositoryCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:codecommit:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        await AnswerAsync(AwsJson.Read<TInput>(call, RepositoryErrors.Invalid), cancellationToken);

    protected abstract Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken);
}
