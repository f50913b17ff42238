using Microsoft.AspNetCore.Http;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Http;
using Sluice.Platform.Protocol;

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
        await WriteAsync(context.Response, answer);
    }

    private static async Task<ApiRequest> WithBodyAsync(IEmulatedService service, ApiRequest head, HttpRequest request) => service.StreamsBody
        ? head with { Content = request.Body }
        : head with { Body = await RequestBody.ReadAsync(request, service.LargestBody + 1) };

    /// <summary>Writes an answer as it is.</summary>
    public static async Task WriteAsync(HttpResponse response, ApiResponse answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers.Append(name, value);
        }

        if (answer.Content is { } content)
        {
            await StreamAsync(response, content);
            return;
        }

        // An answer without content must not even be written an empty one.
        if (!answer.Body.IsEmpty)
        {
            response.ContentLength = answer.Body.Length;
            await response.Body.WriteAsync(answer.Body);
        }
    }

    private static async Task StreamAsync(HttpResponse response, Stream content)
    {
        await using (content)
        {
            response.ContentLength = content.CanSeek ? content.Length - content.Position : null;
            await content.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
        }
    }
}
