using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud;

/// <summary>An AWS service whose API this machine answers. The host has verified the signature and the right before it asks for an answer.</summary>
public interface IEmulatedService
{
    /// <summary>What requests to it are signed for, which is how signed requests find it: <c>lambda</c>, <c>ecs</c>, <c>elasticloadbalancing</c>, <c>monitoring</c>, <c>s3</c>, <c>sts</c>.</summary>
    string SigningName { get; }

    /// <summary>What its rights are called by, e.g. <c>cloudwatch</c> for what is signed for <c>monitoring</c>.</summary>
    string Name => SigningName;

    /// <summary>How many bytes a request's body may have.</summary>
    int LargestBody => ApiRequest.LargestBody;

    /// <summary>Whether requests' bodies are of any length, and are read as they come.</summary>
    bool StreamsBody => false;

    /// <summary>Whether a request that is not signed is for this service, so that it is refused in the service's own form.</summary>
    bool Takes(ApiRequest request);

    /// <summary>The operation that the request asks for, e.g. <c>CreateFunction</c>.</summary>
    /// <exception cref="ApiException">There is none; thrown as any refusal.</exception>
    string OperationOf(ApiRequest request);

    /// <summary>Carries it out. What it throws as <see cref="ApiException"/> comes back to <see cref="Refuse"/>.</summary>
    Task<ApiResponse> AnswerAsync(string operation, ApiRequest request, OperationContext context, CancellationToken cancellationToken);

    /// <summary>A refusal in the service's own form: status, document and names (a query service says <c>SignatureDoesNotMatch</c> for <c>InvalidSignatureException</c>, for instance).</summary>
    ApiResponse Refuse(string code, string message, string requestId);

    /// <summary>The same, where the form goes by the request too.</summary>
    ApiResponse Refuse(ApiException refusal, ApiRequest request, string requestId) => Refuse(refusal.Code, refusal.Message, requestId);
}
