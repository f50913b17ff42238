using Sluice.Pipelines.ControlPlane.Webhooks;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Api;

/// <summary>All that is asked at CodePipeline's address: its operations, whose requests are signed by keys, and webhooks, which let in whom they say.</summary>
public sealed class CodePipelineEndpoint(ApiEndpoint operations, WebhookEntry webhooks)
{
    /// <summary>Whether a request needs no key of ours.</summary>
    public static bool IsOpen(ApiRequest request) => WebhookEntry.Takes(request);

    /// <summary>Answers what is open.</summary>
    public Task<ApiResponse> AnswerOpenAsync(ApiRequest request, CancellationToken cancellationToken) => webhooks.AnswerAsync(request, cancellationToken);

    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        IsOpen(request) ? AnswerOpenAsync(request, cancellationToken) : operations.AnswerAsync("codepipeline", request, cancellationToken);
}
