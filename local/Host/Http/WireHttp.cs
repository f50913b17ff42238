using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Http;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>Carries requests to the wire API and to the emulated services.</summary>
internal sealed class WireHttp(ApiEndpoint endpoint, EmulatedServices emulated)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var head = HttpRequests.Head(context.Request);
        var service = emulated.Find(head);
        var answer = service is null
            ? await endpoint.AnswerAsync(head with { Content = context.Request.Body }, context.RequestAborted)
            : await emulated.AnswerAsync(service, await WithBodyAsync(service, head, context.Request), context.RequestAborted);
        await HttpAnswers.WriteAsync(context.Response, answer);
    }

    private static async Task<ApiRequest> WithBodyAsync(IEmulatedService service, ApiRequest head, HttpRequest request) => service.StreamsBody
        ? head with { Content = request.Body }
        : head with { Body = await RequestBody.ReadAsync(request, service.LargestBody + 1) };
}
