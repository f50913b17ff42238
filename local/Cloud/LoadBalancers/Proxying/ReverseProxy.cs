using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Platform.Ids;
using Yarp.ReverseProxy.Forwarder;

namespace Sluice.Local.Cloud.LoadBalancers.Proxying;

/// <summary>
/// Sends a request to a target and its answer back, both as they come, and WebSockets too. A target that takes no connection or hangs up is 502, one from which nothing comes in time 504.
/// The forwarder is YARP's; which target it is, what is counted, and what the client is told of a failure are ours.
/// </summary>
/// <param name="idle">How long nothing may pass, in either direction; ELB's idle timeout.</param>
internal sealed class ReverseProxy(TimeProvider time, IIds ids, TimeSpan idle) : IDisposable
{
    /// <summary>ELB's default.</summary>
    public static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    private readonly IHttpForwarder _forwarder = new ServiceCollection()
        .AddSingleton(time)
        .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
        .AddHttpForwarder()
        .BuildServiceProvider()
        .GetRequiredService<IHttpForwarder>();

    private readonly HttpMessageInvoker _http = new(new PromptBodies(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
        ConnectTimeout = TimeSpan.FromSeconds(10),

        // Shorter than servers keep a connection, so that none is used in the moment in which its server closes it.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
    }));

    private readonly ForwarderRequestConfig _config = new() { ActivityTimeout = idle, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

    public async Task<ForwardedAnswer> ForwardAsync(HttpContext http, TargetAddress target, int listenerPort)
    {
        var passage = new Passage(listenerPort, $"1-{time.GetUtcNow().ToUnixTimeSeconds():x8}-{ids.Secret()[..24]}", time);
        await _forwarder.SendAsync(http, $"http://{target}", _http, _config, passage);
        return passage.Answer ?? await RefuseAsync(http, target);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The forwarder has set the status and written nothing.</summary>
    private static async Task<ForwardedAnswer> RefuseAsync(HttpContext http, TargetAddress target)
    {
        if (http.RequestAborted.IsCancellationRequested)
        {
            return new ForwardedAnswer(460, IsOwn: true, Unreachable: false, 0);
        }

        var failure = http.Features.Get<IForwarderErrorFeature>()?.Exception;
        var unreachable = failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
        var code = http.Response.StatusCode;
        await BalancerPage.WriteAsync(http, code, Reason(code, unreachable, target));
        return new ForwardedAnswer(code, IsOwn: true, unreachable, 0);
    }

    private static string Reason(int code, bool unreachable, TargetAddress target) => (code, unreachable) switch
    {
        (StatusCodes.Status504GatewayTimeout, _) => $"The target {target} did not answer in time.",
        ( < StatusCodes.Status500InternalServerError, _) => "The request's body did not come as it was announced.",
        (_, true) => $"The target {target} took no connection.",
        _ => $"The target {target} gave no proper answer.",
    };
}
