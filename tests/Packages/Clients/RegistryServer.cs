using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sluice.Packages.Entry;
using Sluice.Platform.Protocol;

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
        var target = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var headers = http.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? ""))).ToList();
        var request = new ApiRequest(http.Request.Method, target[0], target.Length > 1 ? target[1] : "", headers, default) { Content = http.Request.Body };
        var answer = await world.Get<CodeArtifactEndpoint>().AnswerOpenAsync(request, http.RequestAborted);
        http.Response.StatusCode = answer.Status;
        http.Features.GetRequiredFeature<IHttpResponseFeature>().ReasonPhrase = answer.Reason;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers.Append(name, value);
        }

        await using var content = answer.Content ?? new MemoryStream(answer.Body.ToArray());
        http.Response.ContentLength ??= content.CanSeek && answer.Status is not (204 or 304) ? content.Length : null;
        if (http.Request.Method != "HEAD" && answer.Status is not (204 or 304))
        {
            await content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
