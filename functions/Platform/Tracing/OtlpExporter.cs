using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Sluice.Platform.Tracing;

/// <summary>Sends spans to a collector by OTLP over HTTP, in JSON. What it is sent with is never told: not in a message, and not to who it would be sent on to.</summary>
internal sealed class OtlpExporter(HttpClient http, TraceSettings settings, TimeProvider time, ILogger<OtlpExporter> logger) : ISpanExporter
{
    /// <summary>A client that follows nobody elsewhere: the headers are for one collector.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public async Task ExportAsync(IReadOnlyList<Span> spans, CancellationToken cancellationToken)
    {
        using var request = Request(spans);
        var status = await SendAsync(request, cancellationToken);
        if (IsWorthRepeating(status))
        {
            throw new ExportFailedException($"The collector {Place} answered {(int)status}.");
        }

        if ((int)status is < 200 or > 299)
        {
            logger.LogWarning("The collector {Collector} does not take {Count} spans of the trace {Trace}: it answered {Status}", Place, spans.Count, spans[0].Context.TraceId, (int)status);
        }
    }

    /// <summary>Without name and password, and without a query.</summary>
    private string Place => settings.Endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    private HttpRequestMessage Request(IReadOnlyList<Span> spans)
    {
        var content = new StringContent(OtlpDocument.Of(spans, settings.Resource).ToJsonString(), Encoding.UTF8);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, settings.Endpoint) { Content = content };
        foreach (var (name, value) in settings.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(settings.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode;
        }
        catch (HttpRequestException e)
        {
            throw new ExportFailedException($"The collector {Place} cannot be reached: {e.HttpRequestError}.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ExportFailedException($"The collector {Place} did not answer within {settings.Timeout.TotalSeconds:0.###} s.", e);
        }
    }

    /// <summary>As OTLP lists them.</summary>
    private static bool IsWorthRepeating(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
}
