using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.WebHosting;

/// <summary>Answers as they go out.</summary>
public static class HttpAnswers
{
    /// <summary>Writes an answer as it is.</summary>
    public static async Task WriteAsync(HttpResponse response, ApiResponse answer)
    {
        response.StatusCode = answer.Status;
        if (answer.Reason is { } reason && response.HttpContext.Features.Get<IHttpResponseFeature>() is { } feature)
        {
            feature.ReasonPhrase = reason;
        }

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
            response.ContentLength = content is IStoredContent stored ? stored.Size : content.CanSeek ? content.Length - content.Position : null;
            await content.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
        }
    }
}
