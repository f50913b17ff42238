using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Parameters.Calls;

/// <summary>A call of Parameter Store: reads its request, and answers.</summary>
internal abstract class ParameterCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:ssm:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(AwsJson.Read<TInput>(call, ParameterErrors.Invalid), cancellationToken);
        }
        catch (ApiException e)
        {
            // All faults of a request together, under the first one's name.
            throw ParameterErrors.Is(e.Code, e.Message);
        }
    }

    protected abstract Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken);
}
