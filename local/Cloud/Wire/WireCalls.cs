using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>The calls of one service that are served over HTTP too: the same classes that machines call, under the operations' own names.</summary>
internal sealed class WireCalls
{
    private const string Unmodelled = "ValidationError: ";
    private readonly Dictionary<string, IServiceCall> _byOperation;
    private readonly string _service;

    /// <param name="sdkName">The service in the machines' resources, e.g. <c>elasticloadbalancingv2</c>.</param>
    public WireCalls(string sdkName, IEnumerable<IServiceCall> calls)
    {
        var prefix = $"arn:aws:states:::aws-sdk:{sdkName}:";
        _service = sdkName;
        _byOperation = calls.Where(call => call.Resource.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(call => char.ToUpperInvariant(call.Resource[prefix.Length]) + call.Resource[(prefix.Length + 1)..], StringComparer.Ordinal);
    }

    /// <exception cref="ApiException">It is not served.</exception>
    public string Known(string operation, string code) => _byOperation.ContainsKey(operation)
        ? operation
        : throw new ApiException(code, $"{_service}:{operation} is not served on this machine. Served are {string.Join(", ", _byOperation.Keys.Order(StringComparer.Ordinal))}.");

    /// <param name="operation">One that <see cref="Known"/> knows.</param>
    /// <param name="input">Its request with the members' own names.</param>
    /// <exception cref="ApiException">The service refuses, by its error's simple name.</exception>
    public async Task<JsonNode> CallAsync(string operation, JsonObject input, OperationContext context, CancellationToken cancellationToken)
    {
        var call = _byOperation[operation];
        try
        {
            return await call.CallAsync(new TaskCall(call.Resource, ServicePattern.RequestResponse, input, context.RequestId, operation), cancellationToken) ?? new JsonObject();
        }
        catch (TaskFailedException e)
        {
            throw Refusal(e);
        }
    }

    private static ApiException Refusal(TaskFailedException e)
    {
        if (e.Cause.StartsWith(Unmodelled, StringComparison.Ordinal))
        {
            return new ApiException("ValidationError", e.Cause[Unmodelled.Length..]);
        }

        var dot = e.Error.IndexOf('.');
        var (service, name) = dot < 0 ? ("", e.Error) : (e.Error[..dot], e.Error[(dot + 1)..]);

        // What is in no model of the service's has its own name in a machine.
        return new ApiException(name == service + "Exception" ? "ValidationError" : name, e.Cause);
    }
}
