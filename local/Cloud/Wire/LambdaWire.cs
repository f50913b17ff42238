using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Functions;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>Lambda over HTTP: REST-JSON. What invokes has endpoints of its own, because it is open.</summary>
internal sealed class LambdaWire(IEnumerable<IServiceCall> calls) : IEmulatedService
{
    // Lambda's own: a package of 50 MB is as large in base64.
    private const int LargestRequest = 70_167_211;
    private const string ContentType = "application/json";
    private readonly WireCalls _calls = new("lambda", calls);

    public string SigningName => "lambda";

    public int LargestBody => LargestRequest;

    public bool Takes(ApiRequest request) => LambdaRoute.IsLambdas(request.Path);

    public string OperationOf(ApiRequest request) => Route(request).Route.Operation;

    public async Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var (route, members) = Route(request);
        var input = WireBody.Json(request);
        var query = QueryForm.Parameters(request.Query).Where(pair => !pair.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase));
        foreach (var (name, value) in members.Concat(query))
        {
            input[name] = value;
        }

        var output = await _calls.CallAsync(operation, input, context, cancellationToken);
        return WireAnswers.Of(route.Status, ContentType, route.Status == 204 ? "" : output.ToJsonString(AwsJson.Options), context.RequestId);
    }

    public ApiResponse Refuse(string code, string message, string requestId) => WireAnswers.Of(
        code == CommonErrors.InternalFailure ? 500 : WireAnswers.IsOfAccess(code) ? 403 : LambdaErrors.StatusOf(code),
        ContentType,
        new JsonObject { ["Type"] = "User", ["message"] = message }.ToJsonString(AwsJson.Options),
        requestId,
        KeyValuePair.Create("x-amzn-ErrorType", code));

    private static (LambdaRoute Route, IReadOnlyDictionary<string, string> Members) Route(ApiRequest request)
    {
        foreach (var route in LambdaRoute.All)
        {
            if (route.Match(request.Method, request.Path) is { } members)
            {
                return (route, members);
            }
        }

        var asked = LambdaOperations.NameOf(request.Method, request.Path, request.Query) is { } name
            ? $"lambda:{name} is not served on this machine."
            : $"{request.Method} {request.Path} is no operation of Lambda's.";
        throw new ApiException(CommonErrors.UnknownOperation, $"{asked} Served are Invoke, InvokeWithResponseStream and {string.Join(", ", LambdaRoute.All.Select(route => route.Operation))}.");
    }
}
