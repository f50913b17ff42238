using System.Net;
using System.Net.Http.Headers;

namespace Sluice.Pipelines.Sources;

/// <summary>What a server's refusals mean.</summary>
internal static class HttpAnswers
{
    /// <exception cref="SourceUnavailableException">The repository cannot be read.</exception>
    /// <exception cref="HostFaultException">The host is not well, or has had enough.</exception>
    public static void ThrowUnlessFound(HttpResponseMessage response, string shown, DateTimeOffset now)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        throw response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden when response.Headers.RetryAfter is null =>
                new SourceUnavailableException($"The repository '{shown}' refuses to be read without credentials ({status}); or it does not exist."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => new SourceUnavailableException($"There is no repository at '{shown}' ({status})."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout =>
                new HostFaultException($"The repository '{shown}' answered {status} {response.ReasonPhrase}.", Wish(response.Headers.RetryAfter, now)),
            _ => new SourceUnavailableException($"The repository '{shown}' answered {status} {response.ReasonPhrase}.") { RetryAfter = Wish(response.Headers.RetryAfter, now) },
        };
    }

    private static TimeSpan? Wish(RetryConditionHeaderValue? header, DateTimeOffset now) => header?.Delta ?? (header?.Date - now);
}
