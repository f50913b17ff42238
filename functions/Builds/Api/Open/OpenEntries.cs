using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Api.Open;

/// <summary>What is let in without a key: deliveries of git hosts, which are signed by their webhook's secret, and badges and the builds of public projects, whose address is their key.</summary>
public sealed class OpenEntries(WebhookEntry webhooks, BadgeEntry badges, PublicBuildsEntry builds)
{
    /// <summary>Whether a request is for one of them.</summary>
    public static bool Takes(ApiRequest request) => WebhookEntry.Takes(request) || BadgeEntry.Takes(request) || PublicBuildsEntry.Takes(request);

    /// <summary>Answers such a request.</summary>
    public Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        WebhookEntry.Takes(request) ? webhooks.AnswerAsync(request, cancellationToken)
        : BadgeEntry.Takes(request) ? badges.AnswerAsync(request, cancellationToken)
        : builds.AnswerAsync(request, cancellationToken);
}
