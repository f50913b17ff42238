using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Packages.Tests.Formats.NuGet;

/// <summary>A registry outside, of which a test says what it has and how it fails.</summary>
internal sealed class OutsideFeed : IAsyncDisposable
{
    private const string Published = "2021-02-03T04:05:06Z";
    private const string Folder = "/v3-flatcontainer/";
    private LoopbackServer _server = null!;

    private OutsideFeed()
    {
    }

    public Dictionary<string, byte[]> Packages { get; } = new(StringComparer.Ordinal);

    /// <summary>Documents by their paths, beside those that follow from the packages; null is none.</summary>
    public Dictionary<string, JsonNode?> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>All paths that were asked for.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>The hash that the catalogue tells; null if the registry has no catalogue.</summary>
    public Func<byte[], string?> Hash { get; set; } = content => Convert.ToBase64String(SHA512.HashData(content));

    /// <summary>Answers a package in another way than whole.</summary>
    public Func<HttpContext, byte[], Task>? Content { get; set; }

    /// <summary>The status of every answer instead of the answer.</summary>
    public int? Down { get; set; }

    public string Address => _server.Address;

    public IReadOnlyDictionary<string, Uri> Settings => new Dictionary<string, Uri> { ["public:nuget-org"] = new(Address + "/") };

    public static async Task<OutsideFeed> StartAsync()
    {
        var feed = new OutsideFeed();
        feed._server = await LoopbackServer.StartAsync(feed.AnswerAsync);
        return feed;
    }

    public void Add(Nupkg package, string number)
    {
        var name = package.Id.ToLowerInvariant();
        Packages[$"{Folder}{name}/{number}/{name}.{number}.nupkg"] = package.Bytes();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Asked.Enqueue(path + context.Request.QueryString.Value);
        if (Down is { } status)
        {
            context.Response.StatusCode = status;
        }
        else if (Packages.TryGetValue(path, out var package))
        {
            await (Content?.Invoke(context, package) ?? context.Response.Body.WriteAsync(package).AsTask());
        }
        else if ((Documents.TryGetValue(path, out var known) ? known : Document(path)) is { } document)
        {
            await context.Response.WriteAsync(document.ToJsonString());
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private JsonNode? Document(string path) => path.Split('/') switch
    {
        ["", "v3", "index.json"] => new JsonObject { ["version"] = "3.0.0", ["resources"] = new JsonArray(Resource(Folder, "PackageBaseAddress/3.0.0"), Resource("/registration/", "RegistrationsBaseUrl/3.6.0"), Resource("/query", "SearchQueryService"), Resource("/complete", "SearchAutocompleteService")) },
        ["", "v3-flatcontainer", var name, "index.json"] when Numbers(name) is { Count: > 0 } numbers => new JsonObject { ["versions"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) },
        ["", "registration", var name, "index.json"] when Numbers(name) is { Count: > 0 } numbers => new JsonObject { ["items"] = new JsonArray(new JsonObject { ["items"] = new JsonArray([.. numbers.Select(number => (JsonNode)new JsonObject { ["catalogEntry"] = Entry(name, number) })]) }) },
        ["", "registration", var name, var file] => new JsonObject { ["catalogEntry"] = $"{Address}/catalog/{name}/{file}", ["published"] = Published },
        ["", "catalog", var name, var file] when Hash(Packages[$"{Folder}{name}/{file[..^5]}/{name}.{file[..^5]}.nupkg"]) is { } hash => new JsonObject { ["packageHash"] = hash, ["packageHashAlgorithm"] = "SHA512" },
        _ => null,
    };

    private static JsonObject Entry(string name, string number) =>
        new() { ["@id"] = "https://outside.example/catalog/entry.json", ["id"] = name.ToUpperInvariant(), ["version"] = number, ["listed"] = !number.EndsWith("-hidden", StringComparison.Ordinal), ["published"] = Published, ["packageContent"] = "https://outside.example/content" };

    private List<string> Numbers(string name) => [.. Packages.Keys.Select(key => key.Split('/')).Where(parts => parts[2] == name).Select(parts => parts[3])];

    private JsonObject Resource(string path, string type) => new() { ["@id"] = Address + path, ["@type"] = type };
}
