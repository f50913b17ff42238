using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Pipelines.Sources;

/// <summary>What a server's refusals mean.</summary>
internal static class HttpAnswers
{
    /// <exception cref="SourceUnavailableException">The repository cannot be read.</exception>
    /// <exception cref="HostFaultException">The host is not well, or has had enough.</exception>
    public static void ThrowUnlessFound(HttpResponseMessage response, string shown, DateTimeOffset now, bool isSignedIn = false)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        throw response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when response.Headers.RetryAfter is null =>
                new SourceUnavailableException(isSignedIn
                    ? $"The repository '{shown}' refuses what the connection signs in with ({status}): it may have expired, or not have the right to read."
                    : $"The repository '{shown}' refuses to be read without credentials ({status}); or it does not exist."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SourceUnavailableException($"There is no repository at '{shown}' ({status}){(isSignedIn ? ", or the connection may not see it" : "")}."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new HostFaultException($"The repository '{shown}' answered {status} {response.ReasonPhrase}.", Wish(response.Headers.RetryAfter, now)),
            _ => new SourceUnavailableException($"The repository '{shown}' answered {status} {response.ReasonPhrase}.") { RetryAfter = Wish(response.Headers.RetryAfter, now) },
        };
    }

    /// <exception cref="FormatException">It is longer.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var part = new byte[64 * 1024];
        for (int count; (count = await content.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (kept.Length + count > most)
            {
                throw new FormatException($"its list of refs is larger than {most / 1024 / 1024} MiB.");
            }

            kept.Write(part, 0, count);
        }

        return kept.ToArray();
    }

    private static TimeSpan? Wish(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now);
}
