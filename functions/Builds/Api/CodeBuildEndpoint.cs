using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api;

/// <summary>All that is asked at CodeBuild's address: its operations, whose requests are signed by keys; deliveries of git hosts, signed by their webhook's secret; and badges, whose address is their key.</summary>
public sealed class CodeBuildEndpoint(ApiEndpoint operations, WebhookEntry webhooks, BadgeEntry badges)
{
    /// <summary>Answers a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        WebhookEntry.Takes(request) ? webhooks.AnswerAsync(request, cancellationToken)
        : BadgeEntry.Takes(request) ? badges.AnswerAsync(request, cancellationToken)
        : operations.AnswerAsync("codebuild", request, cancellationToken);
}
