using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.LoadBalancers.Calls;

/// <summary>A call of Elastic Load Balancing v2: reads its request, and answers.</summary>
internal abstract class LoadBalancingCall<TInput>(string operation) : IServiceCall
    where TInput : class
{
    public string Resource { get; } = $"arn:aws:states:::aws-sdk:elasticloadbalancingv2:{operation}";

    public async Task<JsonNode?> CallAsync(TaskCall call, CancellationToken cancellationToken) =>
        await AnswerAsync(AwsJson.Read<TInput>(call, LoadBalancingErrors.Unmodelled), cancellationToken);

    protected abstract Task<JsonObject> AnswerAsync(TInput input, CancellationToken cancellationToken);

    protected static JsonObject List(string member, IEnumerable<JsonNode> items) => new() { [member] = new JsonArray([.. items]) };
}
