using Microsoft.AspNetCore.Http;
using Sluice.Builds.Api.Open;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Http;

/// <summary>Carries what is let in without a key. A bucket may have the same name, and is asked for with a signature.</summary>
internal sealed class OpenHttp(OpenEntries entries)
{
    public static bool Takes(HttpContext context) => HttpRequests.Head(context.Request) is var head && !ClaimedService.IsSigned(head) && OpenEntries.Takes(head);

    public async Task AnswerAsync(HttpContext context) =>
        await WireHttp.WriteAsync(context.Response, await entries.AnswerAsync(HttpRequests.Head(context.Request) with { Content = context.Request.Body }, context.RequestAborted));
}
