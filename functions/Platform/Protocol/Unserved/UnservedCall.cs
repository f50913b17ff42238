using Sluice.Platform.Protocol.Json;

namespace Sluice.Platform.Protocol.Unserved;

/// <summary>What a request asks for that is for no service of ours.</summary>
/// <param name="Service">By its signature, else by its shape; null if neither tells.</param>
/// <param name="Operation">Its name, or method and path where the name is not in the request.</param>
/// <param name="Form">How the client is told errors.</param>
internal sealed record UnservedCall(string? Service, string Operation, ErrorForm Form)
{
    private const string CborPath = "/service/";

    // Newer SDKs say so in each of S3's requests.
    private const string S3Operation = "x-id";

    /// <summary>The service and the operation, as rights name them where there is a name.</summary>
    public string Text => (Service, Operation.Contains(' ', StringComparison.Ordinal)) switch
    {
        (null, _) => Operation,
        ({ } service, true) => $"{service} ({Operation})",
        ({ } service, false) => $"{service}:{Operation}",
    };

    /// <param name="request">With its body, if that is a form.</param>
    public static UnservedCall Of(ApiRequest request)
    {
        var claimed = ClaimedService.Of(request);
        return request.Header("smithy-protocol") == "rpc-v2-cbor" ? Cbor(request, claimed)
            : request.Header(AwsJsonProtocol.TargetHeader) is { } target ? Json(target, claimed)
            : Query(request, claimed) ?? Rest(request, claimed);
    }

    private static UnservedCall Cbor(ApiRequest request, string? claimed)
    {
        var parts = request.Path.StartsWith(CborPath, StringComparison.Ordinal) ? request.Path[CborPath.Length..].Split('/') : [];
        return parts is [var service, "operation", var operation]
            ? new UnservedCall(claimed ?? KnownService.Marked(service)?.Name ?? service, operation, ErrorForm.Cbor)
            : new UnservedCall(claimed, $"{request.Method} {request.Path}", ErrorForm.Cbor);
    }

    private static UnservedCall Json(string target, string? claimed)
    {
        var dot = target.LastIndexOf('.');
        var service = claimed ?? KnownService.Marked(target)?.Name ?? (dot > 0 ? target[..dot] : null);
        return new UnservedCall(service, target[(dot + 1)..], ErrorForm.AwsJson);
    }

    private static UnservedCall? Query(ApiRequest request, string? claimed)
    {
        var parameters = FormBody.Parameters(request);
        if (DecodedQuery.First(parameters, "Action") is not { } action)
        {
            return null;
        }

        var known = KnownService.Named(claimed) ?? (claimed is null ? KnownService.Marked(DecodedQuery.First(parameters, "Version")) : null);
        return new UnservedCall(claimed ?? known?.Name, action, known?.Form == ErrorForm.Ec2 ? ErrorForm.Ec2 : ErrorForm.Query);
    }

    private static UnservedCall Rest(ApiRequest request, string? claimed)
    {
        var query = DecodedQuery.Of(request.Query);
        var known = KnownService.Named(claimed ?? (query.Any(IsOfS3) ? "s3" : null)) ?? (claimed is null ? KnownService.Marked(request.Path) : null);
        var operation = DecodedQuery.First(query, S3Operation) ?? $"{request.Method} {request.Path}";
        return new UnservedCall(claimed ?? known?.Name, operation, known?.Form is { } form and not ErrorForm.AwsJson ? form : Shown(request));
    }

    private static ErrorForm Shown(ApiRequest request) =>
        request.Header("Content-Type")?.Contains("xml", StringComparison.OrdinalIgnoreCase) is true ? ErrorForm.Query : ErrorForm.RestJson;

    private static bool IsOfS3((string Name, string Value) parameter) => parameter.Name is S3Operation or "list-type";
}
