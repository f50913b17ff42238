using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sluice.Packages.Entry;
using Sluice.WebHosting;

namespace Sluice.PackageServer;

/// <summary>The HTTP server: the API, the registries, and a path by which a load balancer asks whether it is well.</summary>
internal static class PackageWeb
{
    /// <summary>No name that a repository or an operation has.</summary>
    public const string Health = "/-/health";

    /// <summary>For downloads that go on when the server is to end: what a load balancer waits, too.</summary>
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(60);

    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.ListenAnyIP(settings.Port);

            // Each format reads as much as it takes, and refuses more in its own words.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
        });
        builder.Services.AddServer(settings).Configure<HostOptions>(host => host.ShutdownTimeout = Drain);
        var web = builder.Build();
        var (endpoint, logger) = (web.Services.GetRequiredService<CodeArtifactEndpoint>(), web.Services.GetRequiredService<ILogger<ServerSettings>>());
        web.Run(http => http.Request.Path == Health ? http.Response.WriteAsync("well\n") : AnswerAsync(endpoint, logger, http));
        return web;
    }

    private static async Task AnswerAsync(CodeArtifactEndpoint endpoint, ILogger logger, HttpContext http)
    {
        try
        {
            await HttpAnswers.WriteAsync(http.Response, await endpoint.AnswerAsync(HttpRequests.Head(http.Request) with { Content = http.Request.Body }, http.RequestAborted));
        }
        catch (Exception e) when (e is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            throw;
        }
    }
}
