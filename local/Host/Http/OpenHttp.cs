using Microsoft.AspNetCore.Http;
using Sluice.Builds.Api.Open;
using Sluice.Pipelines.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Host.Http;

/// <summary>Carries what is let in without a key. A bucket may have the same name, and is asked for with a signature.</summary>
internal sealed class OpenHttp(OpenEntries builds, CodePipelineEndpoint pipelines)
{
    public static bool Takes(HttpContext context) =>
        HttpRequests.Head(context.Request) is var head && !ClaimedService.IsSigned(head) && (OpenEntries.Takes(head) || CodePipelineEndpoint.IsOpen(head));

    public async Task AnswerAsync(HttpContext context)
    {
        var request = HttpRequests.Head(context.Request) with { Content = context.Request.Body };
        await WireHttp.WriteAsync(context.Response, await (CodePipelineEndpoint.IsOpen(request) ? pipelines.AnswerOpenAsync(request, context.RequestAborted) : builds.AnswerAsync(request, context.RequestAborted)));
    }
}
