using System.Text;
using System.Xml;
using System.Xml.Linq;
using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;

namespace Sluice.Local.Cloud.Buckets;

/// <summary>Refusals as S3 writes them: its own names and statuses, in its XML.</summary>
internal static class BucketErrors
{
    private const int BadRequest = 400;
    private const string MalformedQuery = "AuthorizationQueryParametersError";

    /// <param name="refusal">What is wrong.</param>
    /// <param name="isHead">The answer has no body.</param>
    /// <param name="isPresigned">The signature is in the query.</param>
    /// <param name="resource">The path that was asked for.</param>
    /// <param name="requestId">The answer's id.</param>
    public static ApiResponse Write(ApiException refusal, bool isHead, bool isPresigned, string? resource, string requestId)
    {
        var code = Code(refusal, isPresigned);
        var status = Status(code);
        List<KeyValuePair<string, string>> headers = [.. Ids(requestId), .. Marker(refusal as DeleteMarkerException)];
        return isHead || status == 304
            ? new ApiResponse(status, headers, default)
            : new ApiResponse(status, [new("Content-Type", "application/xml"), .. headers], Document(code, refusal.Message, resource, requestId));
    }

    public static IEnumerable<KeyValuePair<string, string>> Ids(string requestId) => [new("x-amz-request-id", requestId), new("x-amz-id-2", requestId)];

    /// <summary>What all services here call otherwise than S3 does.</summary>
    private static string Code(ApiException refusal, bool isPresigned) => refusal switch
    {
        SignatureException signature => signature.Fault switch
        {
            SignatureFault.Scope => isPresigned ? MalformedQuery : "AuthorizationHeaderMalformed",
            SignatureFault.Time => "RequestTimeTooSkewed",
            SignatureFault.Expired or SignatureFault.Headers => "AccessDenied",
            _ => "SignatureDoesNotMatch",
        },
        _ => refusal.Code switch
        {
            CommonErrors.AccessDenied or CommonErrors.MissingAuthenticationToken => "AccessDenied",
            CommonErrors.UnrecognizedClient => "InvalidAccessKeyId",
            CommonErrors.InvalidSignature => "SignatureDoesNotMatch",
            CommonErrors.IncompleteSignature => isPresigned ? MalformedQuery : "AuthorizationHeaderMalformed",
            CommonErrors.NotImplemented => "NotImplemented",
            CommonErrors.InternalFailure => "InternalError",
            CommonErrors.Serialization or CommonErrors.Validation => "InvalidArgument",
            var code => code,
        },
    };

    private static int Status(string code) => code switch
    {
        "NotModified" => 304,
        "AccessDenied" or "SignatureDoesNotMatch" or "InvalidAccessKeyId" or "RequestTimeTooSkewed" => 403,
        "NoSuchBucket" or "NoSuchKey" or "NoSuchVersion" or "NoSuchUpload" or "NoSuchTagSet" or "NoSuchBucketPolicy" or "NoSuchCORSConfiguration" or "NoSuchWebsiteConfiguration"
            or "NoSuchLifecycleConfiguration" or "ReplicationConfigurationNotFoundError" or "ObjectLockConfigurationNotFoundError" or "NoSuchPublicAccessBlockConfiguration" => 404,
        "MethodNotAllowed" => 405,
        "BucketNotEmpty" or "BucketAlreadyExists" or "BucketAlreadyOwnedByYou" or "OperationAborted" => 409,
        "MissingContentLength" => 411,
        "PreconditionFailed" => 412,
        "InvalidRange" or "InvalidPartNumber" => 416,
        "InternalError" => 500,
        "NotImplemented" => 501,
        "ServiceUnavailable" => 503,
        _ => BadRequest,
    };

    private static IEnumerable<KeyValuePair<string, string>> Marker(DeleteMarkerException? refusal) => refusal is null ? [] :
    [
        new("x-amz-delete-marker", "true"), new("x-amz-version-id", refusal.Marker.ShownId), .. refusal.Code == "MethodNotAllowed" ? (KeyValuePair<string, string>[])[new("Last-Modified", $"{refusal.Marker.LastModified:r}"), new("Allow", "DELETE")] : [],
    ];

    private static byte[] Document(string code, string message, string? resource, string requestId) => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + new XElement(
            "Error",
            new XElement("Code", code),
            new XElement("Message", Readable(message)),
            resource is null ? null : new XElement("Resource", Readable(resource)),
            new XElement("RequestId", requestId),
            new XElement("HostId", requestId)).ToString(SaveOptions.DisableFormatting));

    /// <summary>What XML cannot hold is left out: the text has what the client sent.</summary>
    private static string Readable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}
