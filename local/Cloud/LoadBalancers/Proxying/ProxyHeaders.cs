using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>Which headers a load balancer adds, and where it takes out others than YARP does.</summary>
internal static class ProxyHeaders
{
    /// <summary>After YARP has copied the request's.</summary>
    public static void Finish(HttpRequest from, HttpRequestMessage to)
    {
        // Expect is answered by the listener, and trailers do not go on.
        foreach (var name in Named(from.Headers.Connection).Append(HeaderNames.Expect).Append(HeaderNames.Trailer))
        {
            TakeOut(to.Headers, name);
            TakeOut(to.Content?.Headers, name);
        }

        if (from.Headers.TryGetValue(HeaderNames.UpgradeInsecureRequests, out var values))
        {
            to.Headers.TryAddWithoutValidation(HeaderNames.UpgradeInsecureRequests, (IEnumerable<string?>)values);
        }
    }

    /// <summary>After YARP has copied the answer's.</summary>
    public static void Finish(HttpResponseMessage from, HttpResponse to)
    {
        foreach (var name in Named(new StringValues([.. from.Headers.Connection])).Append(HeaderNames.Trailer))
        {
            to.Headers.Remove(name);
        }

        if (from.Headers.NonValidated.TryGetValues(HeaderNames.AltSvc, out var values))
        {
            to.Headers.Append(HeaderNames.AltSvc, new StringValues([.. values]));
        }
    }

    /// <summary>X-Forwarded-For, -Proto and -Port, and a trace id.</summary>
    public static void AddForwarded(HttpContext http, HttpRequestHeaders headers, int listenerPort, string traceId)
    {
        var client = http.Connection.RemoteIpAddress?.MapToIPv4().ToString() ?? "unknown";
        var before = http.Request.Headers["X-Forwarded-For"].ToString();
        Set(headers, "X-Forwarded-For", before.Length > 0 ? $"{before}, {client}" : client);
        Set(headers, "X-Forwarded-Proto", "http");
        Set(headers, "X-Forwarded-Port", listenerPort.ToString());
        var trace = http.Request.Headers["X-Amzn-Trace-Id"].ToString();
        Set(headers, "X-Amzn-Trace-Id", trace.Length > 0 ? $"Self={traceId};{trace}" : $"Root={traceId}");
    }

    /// <summary>A connection's own headers, which its ends agreed on (RFC 9110, section 7.6.1).</summary>
    private static IEnumerable<string> Named(StringValues connection) =>
        connection.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // To remove what cannot be there, as a body's header among the others, is an error.
    private static void TakeOut(HttpHeaders? headers, string name)
    {
        if (headers?.NonValidated.Contains(name) == true)
        {
            headers.Remove(name);
        }
    }

    private static void Set(HttpRequestHeaders headers, string name, string value)
    {
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
