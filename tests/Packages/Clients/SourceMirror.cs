using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Packages.Tests.Clients;

/// <summary>Hands on what the NuGet source of this machine answers, with its addresses turned into its own, and can be gone or cut packages off.</summary>
internal sealed class SourceMirror : IAsyncDisposable
{
    private const string Index = "/v3/index.json";
    private readonly HttpClient _http = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All });
    private readonly ConcurrentDictionary<string, int> _origins = new(StringComparer.Ordinal);
    private readonly Uri _source;
    private LoopbackServer _server = null!;

    private SourceMirror(Uri source) => _source = source;

    /// <summary>Whether nobody is answered.</summary>
    public bool IsGone { get; set; }

    /// <summary>Whether packages end in the middle, as if that were all of them.</summary>
    public bool CutsOff { get; set; }

    /// <summary>The packages that were asked for.</summary>
    public ConcurrentQueue<string> Packages { get; } = [];

    public IReadOnlyDictionary<string, Uri> Settings => new Dictionary<string, Uri> { ["public:nuget-org"] = new(_server.Address.TrimEnd('/') + "/") };

    /// <summary>The test is skipped if this machine has no source that answers.</summary>
    public static async Task<SourceMirror> StartAsync(DotnetClient dotnet)
    {
        var (_, told) = await dotnet.RunAsync("nuget", "list", "source", "--format", "short");
        var source = told.Split('\n').Where(line => line.StartsWith("E http", StringComparison.Ordinal)).Select(line => line[2..].Trim()).FirstOrDefault();
        Assert.SkipUnless(source is not null, "No NuGet source is configured on this machine.");
        var mirror = new SourceMirror(new Uri(source));
        mirror._server = await LoopbackServer.StartAsync(mirror.AnswerAsync);
        Assert.SkipUnless(await mirror.AnswersAsync(), "The NuGet source of this machine does not answer, or wants somebody to sign in.");
        return mirror;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await _http.GetAsync(_source, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (IsGone)
        {
            context.Response.StatusCode = 503;
            return;
        }

        using var answer = await _http.GetAsync(path == Index ? _source : Outside(path), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        if (!path.EndsWith(".nupkg", StringComparison.Ordinal))
        {
            var text = await answer.Content.ReadAsStringAsync(context.RequestAborted);
            await context.Response.WriteAsync(answer.IsSuccessStatusCode ? Turned(text, path == Index) : text, context.RequestAborted);
            return;
        }

        Packages.Enqueue(path);
        var package = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(CutsOff ? package.AsMemory(0, package.Length / 2) : package, context.RequestAborted);
    }

    /// <summary>The address that stands behind <c>/3/v3/…</c>: the origin by its number, and the path.</summary>
    private Uri Outside(string path) => path.Split('/', 3) is ["", var number, var rest] && _origins.FirstOrDefault(origin => origin.Value.ToString(null, null) == number).Key is { } origin ? new Uri($"{origin}/{rest}") : new Uri(_source, path);

    private string Turned(string text, bool isIndex)
    {
        if (isIndex)
        {
            foreach (var resource in JsonNode.Parse(text)!["resources"]!.AsArray())
            {
                _origins.TryAdd(new Uri(resource!["@id"]!.GetValue<string>()).GetLeftPart(UriPartial.Authority), _origins.Count);
            }
        }

        return _origins.Aggregate(text, (turned, origin) => turned.Replace(origin.Key + "/", $"{_server.Address.TrimEnd('/')}/{origin.Value}/", StringComparison.Ordinal));
    }
}
