using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sluice.Packages.Tests.Clients;

/// <summary>npm's packages through an external connection, whose registry is another repository of ours that can fail.</summary>
public sealed class NpmUpstreamTests : IAsyncDisposable
{
    private readonly PackageWorld _outside = new();
    private readonly ConcurrentQueue<string> _asked = [];
    private Func<HttpContext, Task<bool>> _fails = _ => Task.FromResult(false);
    private LoopbackServer? _mirror;
    private RegistryServer? _origin;

    public async ValueTask DisposeAsync()
    {
        _outside.Dispose();
        await (_mirror?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_origin?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task What_was_fetched_once_is_installed_when_the_registry_outside_is_gone()
    {
        using var world = await ConnectedAsync();
        await using var server = await RegistryServer.StartAsync(world);
        using var npm = Npm.At(server.Of("npm", "team"), await world.TokenAsync());
        var app = npm.Project("app", ("package.json", """{"name": "app", "version": "1.0.0", "dependencies": {"left": "^1.0.0"} }"""));

        await npm.RunAsync(app, "install");
        Gone();
        npm.Forget();
        Directory.Delete(Path.Combine(app, "node_modules"), recursive: true);
        await npm.RunAsync(app, "install");

        File.ReadAllText(Path.Combine(app, "node_modules/left/index.js")).ShouldBe("1.0.0");
        File.ReadAllText(Path.Combine(app, "package-lock.json")).ShouldContain("/artifacts/org/npm/team/left/-/left-1.0.0.tgz");
        await RetainedAsync(world, "team", "store");
    }

    [Fact]
    public async Task Many_who_ask_first_ask_outside_once()
    {
        using var world = await ConnectedAsync();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _fails = async http =>
        {
            await (http.Request.Path.Value!.EndsWith(".tgz", StringComparison.Ordinal) ? held.Task : Task.CompletedTask);
            return false;
        };
        await world.AskAsync("GET", "/artifacts/org/npm/team/left");

        var all = Enumerable.Range(0, 8).Select(_ => world.AskAsync("GET", "/artifacts/org/npm/team/left/-/left-1.0.0.tgz")).ToList();
        held.SetResult();
        var bodies = await Task.WhenAll(all.Select(async answer => Convert.ToHexString(await PackageWorld.BodyAsync(await answer))));

        bodies.Distinct().Count().ShouldBe(1);
        _asked.Count(path => path.EndsWith(".tgz", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("other")]
    [InlineData("cut")]
    public async Task What_is_not_what_it_should_be_is_given_to_nobody_and_never_kept(string fault)
    {
        using var world = await ConnectedAsync();
        _fails = http => http.Request.Path.Value!.EndsWith(".tgz", StringComparison.Ordinal) ? BrokenAsync(http, fault) : Task.FromResult(false);

        (await GotAsync(world)).ShouldBeFalse();
        (await world.Get<Records.PackageStore>().FindVersionAsync(new Model.PackageId("org", "team", Shapes.PackageFormat.npm, null, "left"), "1.0.0", CancellationToken.None)).ShouldBeNull();

        _fails = _ => Task.FromResult(false);
        (await GotAsync(world)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_registry_outside_that_fails_is_told_and_nothing_is_kept_of_it()
    {
        using var world = await ConnectedAsync();
        _fails = http =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.FromResult(true);
        };

        var answer = await world.AskAsync("GET", "/artifacts/org/npm/team/left");

        answer.Status.ShouldBe(502);
        ((string)(await PackageWorld.JsonAsync(answer))["error"]!).ShouldContain("answered 503");
        _fails = _ => Task.FromResult(false);
        (await world.AskAsync("GET", "/artifacts/org/npm/team/left")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(Shapes.PackageVersionStatus.Published, true)]
    [InlineData(Shapes.PackageVersionStatus.Unlisted, false)]
    public async Task What_an_upstream_hides_is_given_and_not_kept_where_it_would_be_shown_again(Shapes.PackageVersionStatus status, bool isKept)
    {
        using var world = await ConnectedAsync();
        await world.RepositoryAsync("app", ["team"]);
        (await GotAsync(world)).ShouldBeTrue();
        var package = new Model.PackageId("org", "team", Shapes.PackageFormat.npm, null, "left");
        await world.Get<Publishing.ChangeVersion>().RunAsync(package, "1.0.0", version => version with { Status = status, Deprecation = "old" }, CancellationToken.None);

        (await world.AskAsync("GET", "/artifacts/org/npm/app/left/-/left-1.0.0.tgz")).Status.ShouldBe(200);

        var kept = await world.Get<Records.PackageStore>().FindVersionAsync(package.In("app"), "1.0.0", CancellationToken.None);
        kept?.Value.Deprecation.ShouldBe(isKept ? "old" : null);
        (kept is not null).ShouldBe(isKept);
    }

    [Theory]
    [InlineData("")]
    [InlineData("application/vnd.npm.install-v1+json")]
    public async Task What_was_kept_has_the_time_of_the_registry_outside_so_that_clients_do_not_take_it_for_young(string accept)
    {
        using var world = await ConnectedAsync();
        var told = await PackageWorld.JsonAsync(await _outside.AskAsync("GET", "/artifacts/org/npm/main/left"));
        world.Clock.Moved = TimeSpan.FromDays(10);
        (await GotAsync(world)).ShouldBeTrue();

        var document = await PackageWorld.JsonAsync(await world.AskAsync("GET", "/artifacts/org/npm/team/left", headers: ("Accept", accept)));

        ((string?)(accept.Length == 0 ? document["time"]!["1.0.0"] : document["modified"])).ShouldBe((string?)told["time"]!["1.0.0"]);
    }

    [Fact]
    public async Task A_tag_goes_with_the_version_that_it_names()
    {
        await ConnectedAsync();
        (await _outside.AskAsync("PUT", "/artifacts/org/npm/main/-/package/left/dist-tags/old", "\"1.0.0\""u8.ToArray())).Status.ShouldBe(200);

        (await _outside.AskAsync("DELETE", "/artifacts/org/npm/main/left/-/left-1.0.0.tgz/-rev/1")).Status.ShouldBe(200);

        (await _outside.Get<Records.PackageStore>().TagsAsync(new Model.PackageId("org", "main", Shapes.PackageFormat.npm, null, "left"), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_package_that_is_published_here_is_not_taken_from_outside()
    {
        using var world = await ConnectedAsync();
        await using var server = await RegistryServer.StartAsync(world);
        using var npm = Npm.At(server.Of("npm", "team"), await world.TokenAsync());
        await npm.RunAsync(npm.Project("mine", ("package.json", """{"name": "left", "version": "2.0.0", "license": "MIT"}"""), ("index.js", "mine")), "publish");

        var document = await PackageWorld.JsonAsync(await world.AskAsync("GET", "/artifacts/org/npm/team/left"));

        document["versions"]!.AsObject().Select(version => version.Key).ShouldBe(["2.0.0"]);
    }

    /// <summary>A repository <c>team</c> with the upstream <c>store</c>, which is connected outside.</summary>
    private async Task<PackageWorld> ConnectedAsync()
    {
        await _outside.RepositoryAsync();
        _origin = await RegistryServer.StartAsync(_outside);
        var token = await _outside.TokenAsync();
        using var npm = Npm.At(_origin.Of("npm"), token);
        await npm.RunAsync(npm.Project("left", ("package.json", """{"name": "left", "version": "1.0.0", "license": "MIT"}"""), ("index.js", "1.0.0")), "publish");
        _mirror = await LoopbackServer.StartAsync(http => ForwardAsync(http, token));
        var world = new PackageWorld(new Dictionary<string, Uri> { ["public:npmjs"] = new($"{_mirror.Address}/") });
        await world.RepositoryAsync("store", external: "public:npmjs");
        await world.RepositoryAsync("team", ["store"]);
        return world;
    }

    /// <summary>Whether it came whole. What is cut off may not even begin.</summary>
    private static async Task<bool> GotAsync(PackageWorld world)
    {
        var answer = await world.AskAsync("GET", "/artifacts/org/npm/team/left/-/left-1.0.0.tgz");
        try
        {
            return (await PackageWorld.BodyAsync(answer)).Length > 0 && answer.Status == 200;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Gone() => _fails = http =>
    {
        http.Abort();
        return Task.FromResult(true);
    };

    private async Task ForwardAsync(HttpContext http, string token)
    {
        _asked.Enqueue(http.Request.Path);
        if (await _fails(http))
        {
            return;
        }

        var answer = await _outside.AskAsync(token, http.Request.Method, $"/artifacts/org/npm/main{http.Request.Path}");
        http.Response.StatusCode = answer.Status;
        var body = await PackageWorld.BodyAsync(answer);
        if (answer.Content is null && answer.Status == StatusCodes.Status200OK)
        {
            body = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(body).Replace("http://127.0.0.1:8080/artifacts/org/npm/main", _mirror!.Address, StringComparison.Ordinal));
        }

        await http.Response.Body.WriteAsync(body);
    }

    private static async Task<bool> BrokenAsync(HttpContext http, string fault)
    {
        http.Response.ContentLength = fault == "cut" ? 1000 : null;
        await http.Response.Body.WriteAsync(new byte[fault == "other" ? 500 : 10]);
        if (fault == "cut")
        {
            await http.Response.Body.FlushAsync();
            http.Abort();
        }

        return true;
    }

    private static async Task RetainedAsync(PackageWorld world, params string[] repositories)
    {
        foreach (var repository in repositories)
        {
            var version = await world.Get<Records.PackageStore>().FindVersionAsync(new Model.PackageId("org", repository, Shapes.PackageFormat.npm, null, "left"), "1.0.0", CancellationToken.None);
            version.ShouldNotBeNull(repository).Value.Origin.ExternalConnection.ShouldBe("public:npmjs");
        }
    }
}
