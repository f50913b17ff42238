using System.Text.Json;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol.Json;

namespace Sluice.Platform.Protocol.Unserved;

/// <summary>Writes "there is no such operation" as the client's protocol has it.</summary>
internal static class ErrorForms
{
    // Of the 5xx, clients try most again. Nothing but the status tells who sent a HEAD, and no client tries 501 again.
    private const int BadRequest = 400;
    private const int NotImplemented = 501;
    private const string NoSuchAction = "InvalidAction";
    private const string NoSuchCallOfS3 = "NotImplemented";

    public static ApiResponse Write(ErrorForm form, ApiRequest request, string message, string requestId)
    {
        var (type, code, body) = Body(form, request, message, requestId);
        List<KeyValuePair<string, string>> headers = [new("Content-Type", type), new("x-amzn-RequestId", requestId), .. More(form, code, requestId)];
        return request.Method == "HEAD" ? new ApiResponse(NotImplemented, headers, default) : new ApiResponse(BadRequest, headers, body);
    }

    private static (string Type, string Code, byte[] Body) Body(ErrorForm form, ApiRequest request, string message, string requestId) => form switch
    {
        ErrorForm.Query => ("text/xml", NoSuchAction, ErrorXml.Query(NoSuchAction, message, requestId)),
        ErrorForm.Ec2 => ("text/xml", NoSuchAction, ErrorXml.Ec2(NoSuchAction, message, requestId)),
        ErrorForm.S3 => ("application/xml", NoSuchCallOfS3, ErrorXml.S3(NoSuchCallOfS3, message, requestId)),
        ErrorForm.Cbor => ("application/cbor", CommonErrors.UnknownOperation, ErrorCbor.Of(CommonErrors.UnknownOperation, message)),
        ErrorForm.AwsJson => (JsonType(request), CommonErrors.UnknownOperation, Json(message)),
        _ => ("application/json", CommonErrors.UnknownOperation, Json(message)),
    };

    private static KeyValuePair<string, string>[] More(ErrorForm form, string code, string requestId) => form switch
    {
        ErrorForm.RestJson => [new("x-amzn-ErrorType", code)],
        ErrorForm.S3 => [new("x-amz-request-id", requestId)],
        ErrorForm.Cbor => [new("smithy-protocol", "rpc-v2-cbor")],
        _ => [],
    };

    private static byte[] Json(string message) => JsonSerializer.SerializeToUtf8Bytes(new WireError(CommonErrors.UnknownOperation, message), SluiceJson.Options);

    /// <summary>The version that the client speaks.</summary>
    private static string JsonType(ApiRequest request) =>
        request.Header("Content-Type") is { } type && type.StartsWith("application/x-amz-json-1.0", StringComparison.Ordinal) ? "application/x-amz-json-1.0" : "application/x-amz-json-1.1";
}
