using Microsoft.AspNetCore.Http;
using Sluice.Builds.Api.Open;
using Sluice.Connections.Api;
using Sluice.Pipelines.Api;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Carries what is let in without a key. A bucket may have the same name, and is asked for with a signature.</summary>
internal sealed class OpenHttp(OpenEntries builds, CodePipelineEndpoint pipelines, ConnectionsEndpoint connections)
{
    public static bool Takes(HttpContext context) => HttpRequests.Head(context.Request) is var head && !ClaimedService.IsSigned(head)
        && (OpenEntries.Takes(head) || CodePipelineEndpoint.IsOpen(head) || ConnectionsEndpoint.IsOpen(head));

    public async Task AnswerAsync(HttpContext context) =>
        await HttpAnswers.WriteAsync(context.Response, await AnswerAsync(HttpRequests.Head(context.Request) with { Content = context.Request.Body }, context.RequestAborted));

    private Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CodePipelineEndpoint.IsOpen(request) ? pipelines.AnswerOpenAsync(request, cancellationToken)
        : ConnectionsEndpoint.IsOpen(request) ? connections.AnswerOpenAsync(request, cancellationToken)
        : builds.AnswerAsync(request, cancellationToken);
}
