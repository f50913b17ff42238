using System.Text.Json.Nodes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Wire;

/// <summary>A service over Smithy's RPC v2 with CBOR, which the newer SDKs speak: the operation is in the path, and the members are a CBOR map.</summary>
internal sealed class CborWire(WireCalls calls) : IEmulatedService
{
    private const string ContentType = "application/cbor";
    private static readonly KeyValuePair<string, string> Protocol = new("smithy-protocol", "rpc-v2-cbor");

    public required string SigningName { get; init; }

    public required string Name { get; init; }

    /// <summary>Of the path, after <c>/service/</c>.</summary>
    public required string Service { get; init; }

    /// <summary>Errors whose shape is called otherwise than the exception that SDKs, and so machines, make of it.</summary>
    public IReadOnlyDictionary<string, string> Shapes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The query protocol whose codes are said too; null if the service never had it.</summary>
    public QueryProtocol? Compatible { get; init; }

    private string Prefix => $"/service/{Service}/operation/";

    public bool Takes(ApiRequest request) => request.Path.StartsWith(Prefix, StringComparison.Ordinal);

    public string OperationOf(ApiRequest request) => calls.Known(request.Path[Prefix.Length..], CommonErrors.UnknownOperation);

    public async Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var output = await calls.CallAsync(operation, CborDocument.Read(WireBody.Bytes(request)), context, cancellationToken);
        return Of(200, output, context.RequestId);
    }

    public ApiResponse Refuse(string code, string message, string requestId) => Of(
        code == CommonErrors.InternalFailure ? 500 : 400,
        new JsonObject { ["__type"] = Shapes.GetValueOrDefault(code) ?? code, ["message"] = message },
        requestId,
        Compatible is { } query ? [query.CompatibleError(code)] : []);

    private static ApiResponse Of(int status, JsonNode body, string requestId, params IEnumerable<KeyValuePair<string, string>> more) =>
        WireAnswers.Of(status, ContentType, CborDocument.Write(body), requestId, [Protocol, .. more]);
}
