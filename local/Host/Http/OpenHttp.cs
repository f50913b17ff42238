using Microsoft.AspNetCore.Http;
using Sluice.Builds.ControlPlane.Badges;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Http;

/// <summary>Carries what is let in without a key: deliveries of git hosts, which are signed by their webhook's secret, and badges. A bucket may have the same name, and is asked for with a signature.</summary>
internal sealed class OpenHttp(WebhookEntry webhooks, BadgeEntry badges)
{
    public static bool Takes(HttpContext context) =>
        HttpRequests.Head(context.Request) is var head && !ClaimedService.IsSigned(head) && (WebhookEntry.Takes(head) || BadgeEntry.Takes(head));

    public async Task AnswerAsync(HttpContext context)
    {
        var request = HttpRequests.Head(context.Request) with { Content = context.Request.Body };
        var answer = WebhookEntry.Takes(request) ? await webhooks.AnswerAsync(request, context.RequestAborted) : await badges.AnswerAsync(request, context.RequestAborted);
        await WireHttp.WriteAsync(context.Response, answer);
    }
}
