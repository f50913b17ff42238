using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.RestXml;
using Sluice.Platform.Storage;

namespace Sluice.Local.Cloud.Buckets;

/// <summary>S3 over HTTP: REST-XML, with the bucket in the path or in the host.</summary>
internal sealed class BucketService(RestXmlService service, ILogger<BucketService> logger) : IEmulatedService
{
    public string SigningName => "s3";

    public bool StreamsBody => true;

    // S3's newer clients name the operation in the query.
    public bool Takes(ApiRequest request) =>
        BucketHosts.IsOfS3(request.Header("Host")) || request.Query.Split('&').Any(parameter => parameter.StartsWith("x-id=", StringComparison.Ordinal) || parameter.StartsWith("list-type=", StringComparison.Ordinal));

    public string OperationOf(ApiRequest request) => service.Route(InPath(request)).Operation.Name;

    public async Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken)
    {
        var whole = InPath(request);
        UnservedHeaders.Check(request);
        try
        {
            var answer = await service.AnswerAsync(service.Route(whole), whole, context, cancellationToken);
            var done = answer with { Headers = [.. answer.Headers, .. BucketErrors.Ids(context.RequestId)] };
            return request.Header("Content-Length") == "0" ? Unasked(request, done) : done;
        }
        catch (Exception e) when (StorageFault.In(e))
        {
            logger.LogError(e, "s3:{Operation} {RequestId} failed: the data folder takes no writes", operation, context.RequestId);
            throw new ApiException("ServiceUnavailable", $"The data folder takes no writes: {StorageFault.Text(e)}. Nothing was stored; try again.");
        }
    }

    public ApiResponse Refuse(string code, string message, string requestId) => BucketErrors.Write(new ApiException(code, message), isHead: false, isPresigned: false, resource: null, requestId);

    public ApiResponse Refuse(ApiException refusal, ApiRequest request, string requestId)
    {
        logger.LogDebug("s3 {Method} {Path} {RequestId} is refused: {Code}: {Message}", request.Method, request.Path, requestId, refusal.Code, refusal.Message);
        var isPresigned = request.Header("Authorization") is null && ClaimedService.IsSigned(request);
        return Unasked(request, BucketErrors.Write(refusal, request.Method == "HEAD", isPresigned, InPath(request).Path, requestId));
    }

    /// <summary>Who waits to be asked for a body, and gets the answer instead, may not know where on the connection it is: boto3 does not, so the connection ends.</summary>
    private static ApiResponse Unasked(ApiRequest request, ApiResponse answer) =>
        request.Header("Expect") is null ? answer : answer with { Headers = [.. answer.Headers, new("Connection", "close")] };

    /// <summary>The same request with its bucket in the path, where the model has it. A slash behind the bucket is nothing.</summary>
    private static ApiRequest InPath(ApiRequest request)
    {
        var path = BucketHosts.BucketOf(request.Header("Host")) is { } bucket ? $"/{bucket}{request.Path}" : request.Path;
        return request with { Path = path.Length > 1 && path.IndexOf('/', 1) == path.Length - 1 ? path[..^1] : path };
    }
}
