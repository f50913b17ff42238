using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Rules;

/// <summary>Python's projects of a registry outside: the repository <c>main</c> has the connection. It is the first day of the year 2000.</summary>
public sealed class PyPiRuleTests : IAsyncDisposable
{
    private const string Json = "application/vnd.pypi.simple.v1+json";
    private static readonly (string Version, string Time)[] _all = [("1.0", "1999-12-01T00:00:00Z"), ("1.1", "1999-12-31T12:00:00Z")];
    private readonly Dictionary<string, byte[]> _wheels = _all.ToDictionary(one => one.Version, one => TestFiles.Wheel("demo", one.Version));
    private RuledWorld? _ruled;
    private LoopbackServer? _outside;

    private RuledWorld Ruled => _ruled!;

    public async ValueTask DisposeAsync()
    {
        _ruled?.Dispose();
        await (_outside?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task A_file_that_is_too_young_is_on_no_page_and_the_newest_is_the_one_before()
    {
        await StartAsync();
        await Ruled.PutAsync("main", """{"minimumAge": {"hours": 72}}""");

        (await FilesAsync()).ShouldBe([Name("1.0")]);
        (await PackageWorld.JsonAsync(await Ruled.GetAsync("/artifacts/org/pypi/main/pypi/demo/json")))["info"]!["version"]!.GetValue<string>().ShouldBe("1.0");
        foreach (var end in new[] { "", ".metadata" })
        {
            var refusal = await Ruled.GetAsync($"/artifacts/org/pypi/main/simple/demo/1.1/{Name("1.1")}{end}");
            (refusal.Status, (await PackageWorld.TextAsync(refusal)).Contains("given from 2000-01-03T12:00:00Z on", StringComparison.Ordinal)).ShouldBe((403, true));
        }

        Ruled.World.Clock.Moved = TimeSpan.FromDays(3);
        (await FilesAsync()).ShouldBe([Name("1.0"), Name("1.1")]);
        (await GetAsync("1.1")).ShouldBe(200);
    }

    [Fact]
    public async Task What_is_kept_is_withheld_by_a_block_and_by_the_time_of_a_token()
    {
        await StartAsync();
        (await GetAsync("1.0")).ShouldBe(200);
        (await GetAsync("1.1")).ShouldBe(200);
        var pinned = await Ruled.TokenAsync(new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero));

        (await FilesAsync(pinned)).ShouldBe([Name("1.0")]);
        (await Ruled.World.AskAsync(pinned, "GET", $"/artifacts/org/pypi/main/simple/demo/1.1/{Name("1.1")}")).Status.ShouldBe(403);
        await Ruled.PutAsync("main", """{"block": [{"package": "/pypi//demo$", "versions": ["1.0.0"]}]}""");

        (await FilesAsync()).ShouldBe([Name("1.1")]);
        (await GetAsync("1.0")).ShouldBe(403);
        (await GetAsync("1.1")).ShouldBe(200);
    }

    private static string Name(string version) => $"demo-{version}-py3-none-any.whl";

    private async Task<int> GetAsync(string version)
    {
        var answer = await Ruled.GetAsync($"/artifacts/org/pypi/main/simple/demo/{version}/{Name(version)}");
        await PackageWorld.BodyAsync(answer);
        return answer.Status;
    }

    private async Task<string[]> FilesAsync(string? token = null)
    {
        var answer = await Ruled.World.AskAsync(token ?? await Ruled.World.TokenAsync(), "GET", "/artifacts/org/pypi/main/simple/demo/", null, ("Accept", Json));
        return [.. (await PackageWorld.JsonAsync(answer))["files"]!.AsArray().Select(file => file!["filename"]!.GetValue<string>())];
    }

    private async Task StartAsync()
    {
        _outside = await LoopbackServer.StartAsync(AnswerAsync);
        _ruled = new RuledWorld(new Dictionary<string, Uri> { ["public:pypi"] = new(_outside.Address + "/") });
        await Ruled.World.RepositoryAsync("main", external: "public:pypi");
    }

    private async Task AnswerAsync(HttpContext http)
    {
        switch (http.Request.Path.Value!.Split('/'))
        {
            case ["", "simple", "demo", ""]:
                http.Response.ContentType = Json;
                await http.Response.WriteAsync(new JsonObject { ["meta"] = new JsonObject { ["api-version"] = "1.1" }, ["name"] = "demo", ["files"] = new JsonArray([.. _all.Select(one => (JsonNode)File(one.Version, one.Time))]) }.ToJsonString());
                break;
            case ["", "files", var version, _]:
                await http.Response.Body.WriteAsync(_wheels[version]);
                break;
            default:
                http.Response.StatusCode = 404;
                break;
        }
    }

    private JsonObject File(string version, string time) => new()
    {
        ["filename"] = Name(version), ["url"] = $"/files/{version}/{Name(version)}", ["upload-time"] = time, ["core-metadata"] = new JsonObject { ["sha256"] = new string('0', 64) },
        ["hashes"] = new JsonObject { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(_wheels[version])) },
    };
}
