using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>One request through a load balancer: what is changed of it and of its answer, and what the answer was.</summary>
internal sealed class Passage(int listenerPort, string traceId, TimeProvider time) : HttpTransformer
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>The target's; null until it began.</summary>
    public ForwardedAnswer? Answer { get; private set; }

    public override async ValueTask TransformRequestAsync(HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);
        ProxyHeaders.Finish(httpContext.Request, proxyRequest);
        ProxyHeaders.AddForwarded(httpContext, proxyRequest.Headers, listenerPort, traceId);
        proxyRequest.RequestUri = UrlOf(httpContext, destinationPrefix);
    }

    public override async ValueTask<bool> TransformResponseAsync(HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        var goesOn = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse is not null)
        {
            ProxyHeaders.Finish(proxyResponse, httpContext.Response);
            Answer = new ForwardedAnswer((int)proxyResponse.StatusCode, IsOwn: false, Unreachable: false, time.GetElapsedTime(_started).TotalSeconds);
            await BeginAsync(httpContext.Response, cancellationToken);
        }

        return goesOn;
    }

    // The client may wait for the headers alone: a stream of events may have none yet. An upgrade is begun by the forwarder.
    private static Task BeginAsync(HttpResponse response, CancellationToken cancellationToken) => response switch
    {
        { StatusCode: StatusCodes.Status101SwitchingProtocols } => Task.CompletedTask,
        { ContentLength: null } => response.Body.FlushAsync(cancellationToken),
        _ => response.StartAsync(cancellationToken),
    };

    /// <summary>Path and query go on as the client wrote them.</summary>
    private static Uri UrlOf(HttpContext http, string destination)
    {
        var raw = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var pathAndQuery = raw.StartsWith('/') ? raw : $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}";
        return new Uri(destination + pathAndQuery, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
