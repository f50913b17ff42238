using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>A service over AWS JSON 1.0 or 1.1: the operation is in a header, and the members are a JSON object.</summary>
internal sealed class JsonWire(WireCalls calls) : IEmulatedService
{
    private const string Target = "X-Amz-Target";

    public required string SigningName { get; init; }

    public required string Name { get; init; }

    /// <summary>Of <c>X-Amz-Target</c>, before the operation.</summary>
    public required string TargetPrefix { get; init; }

    public required string ContentType { get; init; }

    /// <summary>The service's members begin with a small letter.</summary>
    public bool IsCamelCase { get; init; }

    /// <summary>The one member of such a service that begins with a capital all the same; null if there is none.</summary>
    public string? Capital { get; init; }

    public int LargestBody { get; init; } = ApiRequest.LargestBody;

    /// <summary>Errors whose shape is called otherwise than the exception that SDKs, and so machines, make of it.</summary>
    public IReadOnlyDictionary<string, string> Shapes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The query protocol whose codes are said too; null if the service never had it.</summary>
    public QueryProtocol? Compatible { get; init; }

    public bool Takes(ApiRequest request) => request.Header(Target)?.StartsWith(TargetPrefix + ".", StringComparison.Ordinal) == true;

    public string OperationOf(ApiRequest request) => Takes(request)
        ? calls.Known(request.Header(Target)![(TargetPrefix.Length + 1)..], CommonErrors.UnknownOperation)
        : throw new ApiException(
            CommonErrors.UnknownOperation, $"{Target} is '{request.Header(Target)}', and must begin with '{TargetPrefix}.': this machine answers no other protocol of {Name}.");

    public async Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var input = WireBody.Json(request);
        var output = WireTimes.Numbered(await calls.CallAsync(operation, IsCamelCase ? MemberCase.Pascal(input) : input, context, cancellationToken))!.AsObject();
        return WireAnswers.Of(200, ContentType, (IsCamelCase ? MemberCase.Camel(output, Capital) : output).ToJsonString(AwsJson.Options), context.RequestId);
    }

    public ApiResponse Refuse(string code, string message, string requestId) => WireAnswers.Of(
        code == CommonErrors.InternalFailure ? 500 : 400,
        ContentType,
        new JsonObject { ["__type"] = Shapes.GetValueOrDefault(code) ?? code, ["message"] = message }.ToJsonString(AwsJson.Options),
        requestId,
        Compatible is { } query ? [query.CompatibleError(code)] : []);
}
