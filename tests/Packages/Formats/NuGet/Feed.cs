using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.NuGet;

/// <summary>Asks a world's registries as a client of NuGet would.</summary>
internal sealed class Feed(PackageWorld world, string repository = "main")
{
    private const string Boundary = "b0undary";

    public string Root => $"/artifacts/org/nuget/{repository}/v3/";

    public Task<ApiResponse> PushAsync(byte[] package, string resource = "package") => world.AskAsync("PUT", Root + resource, Nupkg.Form(package, Boundary), ("Content-Type", $"multipart/form-data; boundary=\"{Boundary}\""));

    public Task<ApiResponse> PushAsync(Nupkg package) => PushAsync(package.Bytes());

    public Task<ApiResponse> GetAsync(string path) => world.AskAsync("GET", Root + path);

    public async Task<JsonNode> JsonAsync(string path)
    {
        var answer = await GetAsync(path);
        answer.Status.ShouldBe(200, await PackageWorld.TextAsync(answer));
        return await PackageWorld.JsonAsync(answer);
    }

    /// <summary>What restoring goes by.</summary>
    public async Task<string[]> VersionsAsync(string name) => Texts((await JsonAsync($"flatcontainer/{name}/index.json"))["versions"]);

    /// <summary>The items of a registration.</summary>
    public async Task<JsonNode[]> ItemsAsync(string name, string hive = "registration-semver2") =>
        [.. (await JsonAsync($"{hive}/{name}/index.json"))["items"]!.AsArray().SelectMany(page => page!["items"]!.AsArray()).Select(item => item!)];

    /// <summary>The ids that a search finds.</summary>
    public async Task<string[]> FindAsync(string query) => [.. (await JsonAsync($"search?{query}"))["data"]!.AsArray().Select(hit => hit!["id"]!.GetValue<string>())];

    public static string[] Texts(JsonNode? list) => [.. list!.AsArray().Select(item => item!.GetValue<string>())];

    /// <summary>The message that a client shows.</summary>
    public static string Shown(ApiResponse answer) => answer.Headers.Single(header => header.Key == "X-NuGet-Warning").Value;

    /// <summary>What the repository itself keeps.</summary>
    public async Task<StoredVersion?> StoredAsync(string name, string number) =>
        (await world.Get<PackageStore>().FindVersionAsync(new PackageId("org", repository, Sluice.Packages.Shapes.PackageFormat.nuget, null, name), number, CancellationToken.None))?.Value;
}
