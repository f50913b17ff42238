using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Packages.Entry;
using Sluice.WebHosting;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Registries of a world, for clients that others made.</summary>
internal sealed class RegistryServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;

    private RegistryServer(LoopbackServer server) => _server = server;

    /// <summary>Where the registries are, without a slash at its end.</summary>
    public string Address => _server.Address.TrimEnd('/');

    /// <summary>The address of a repository's registry, with a slash at its end.</summary>
    public string Of(string format, string repository = "main") => $"{_server.Address.TrimEnd('/')}/artifacts/org/{format}/{repository}/";

    public static async Task<RegistryServer> StartAsync(PackageWorld world) => new(await LoopbackServer.StartAsync(http => AnswerAsync(world, http)));

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task AnswerAsync(PackageWorld world, HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        await HttpAnswers.WriteAsync(http.Response, await world.Get<CodeArtifactEndpoint>().AnswerOpenAsync(HttpRequests.Head(http.Request) with { Content = http.Request.Body }, http.RequestAborted));
    }
}
