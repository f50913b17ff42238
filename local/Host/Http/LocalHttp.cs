using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sluice.Local.Cloud;
using Sluice.Local.Cloud.Buckets;
using Sluice.Local.Cloud.Functions;
using Sluice.Local.Cloud.Functions.Urls;
using Sluice.Local.Cloud.Http;
using Sluice.Local.Host.Storage;
using Sluice.Platform.Protocol;
using Sluice.WebHosting;

namespace Sluice.Local.Host.Http;

/// <summary>The suite's HTTP endpoint on the loopback address: its own API, the AWS services that this machine stands in for, functions' URLs, and Lambda's invoke, which is open.</summary>
internal sealed class LocalHttp : IAsyncDisposable
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(10);
    private readonly WebApplication _web;
    private Uri? _url;

    /// <param name="started">Requests wait for this: an answer for an execution that is not taken up yet would be lost.</param>
    public LocalHttp(int port, CloudServices cloud, IServiceProvider services, Task started)
    {
        // No settings from files or variables: those in the current folder are about the user's own program.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);

            // Each service reads as much as it takes, and refuses more in its own words.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.ResponseHeaderEncodingSelector = static _ => Encoding.UTF8;
        });
        _web = builder.Build();

        // A function URL's own settings say whose pages may call it.
        _web.UseWhen(context => !FunctionUrls.IsOne(context.Request.Host), own => own.Use(OwnOrigin.CheckAsync));
        _web.Use(async (context, next) =>
        {
            await started.WaitAsync(context.RequestAborted);
            await next(context);
        });
        _web.Use((context, next) => TellFaultsAsync(context, next, services.GetRequiredService<ILogger<LocalHttp>>()));
        Map(cloud, services);
    }

    /// <summary>The server answers 500 to what nobody has caught, and would tell nobody.</summary>
    private static async Task TellFaultsAsync(HttpContext context, RequestDelegate next, ILogger logger)
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is not (BadHttpRequestException or CutOffAnswerException) && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogCritical(e, "{Method} {Path} failed: {Message}", context.Request.Method, context.Request.Path, e.Message);
            throw;
        }
    }

    private void Map(CloudServices cloud, IServiceProvider services)
    {
        var invocations = services.GetRequiredService<SignedInvocations>();
        var emulated = ActivatorUtilities.CreateInstance<EmulatedServices>(services, (IReadOnlyList<IEmulatedService>)[.. cloud.Emulated, services.GetRequiredService<BucketService>()]);
        var wire = ActivatorUtilities.CreateInstance<WireHttp>(services, emulated);
        var signedUrls = services.GetRequiredService<SignedUrls>();
        var packages = ActivatorUtilities.CreateInstance<PackageHttp>(services);
        _web.MapWhen(PackageHttp.Takes, branch => branch.Run(packages.AnswerAsync));
        _web.MapWhen(context => FunctionUrls.IsOne(context.Request.Host), branch => branch.Run(context => cloud.Urls.AnswerAsync(context, signedUrls.CallerAsync)));

        // Keys may look like any path, and like a file's.
        _web.MapWhen(context => ClaimedService.Of(HttpRequests.Head(context.Request)) == "s3", branch => branch.Run(wire.AnswerAsync));
        var git = ActivatorUtilities.CreateInstance<GitRequests>(services);
        _web.MapWhen(context => CloudServices.GitRequest(context) is not null, branch => branch.Run(context => git.AnswerAsync(context, cloud)));
        var open = ActivatorUtilities.CreateInstance<OpenHttp>(services);
        _web.MapWhen(OpenHttp.Takes, branch => branch.Run(open.AnswerAsync));
        _web.MapWhen(CloudServices.IsSession, branch => branch.UseWebSockets().Run(cloud.AnswerSessionAsync));
        _web.UseWhen(context => LambdaApi.IsInvocation(context.Request.Path), branch => branch.Use(invocations.CheckAsync));
        _web.MapLambdaApi(cloud.Functions);
        _web.MapWhen(CloudServices.IsOfTopics, branch => branch.Run(cloud.AnswerOfTopicsAsync));
        _web.MapGet("/", context => ClaimedService.IsSigned(HttpRequests.Head(context.Request)) ? wire.AnswerAsync(context) : context.Response.WriteAsync($"Sluice\n{HealthText(services.GetRequiredService<StorageHealth>())}"));
        _web.MapFallback(wire.AnswerAsync);
    }

    private static string HealthText(StorageHealth storage) =>
        storage.Fault is { } fault ? $"The data folder takes no writes since {storage.Since:yyyy-MM-dd'T'HH:mm:ss'Z'}: {fault}\n" : "";

    /// <summary>Known once it listens, and from then on: programs that start in the last moment ask for it, too.</summary>
    public Uri Url => _url ?? throw new InvalidOperationException("It does not listen yet.");

    /// <exception cref="UsageException">The port is taken.</exception>
    public async Task StartAsync()
    {
        try
        {
            await _web.StartAsync();
            _url = new Uri(_web.Urls.Single());
        }
        catch (IOException e)
        {
            throw new UsageException($"The port cannot be listened on: {e.Message}");
        }
    }

    /// <summary>Takes no more requests, and answers those under way if that is soon.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_url is not null)
        {
            using var late = new CancellationTokenSource(Drain, TimeProvider.System);
            await _web.StopAsync(late.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await _web.DisposeAsync();
    }
}
