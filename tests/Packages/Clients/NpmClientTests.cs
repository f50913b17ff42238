using System.Text.Json.Nodes;

namespace Sluice.Packages.Tests.Clients;

/// <summary>npm itself against a registry of ours.</summary>
public sealed class NpmClientTests : IDisposable
{
    private readonly PackageWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Packages_are_published_viewed_tagged_installed_deprecated_and_unpublished()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        using var npm = Npm.At(server.Of("npm"), await _world.TokenAsync());
        var (one, two) = (Package(npm, "@team/ui", "1.0.0"), Package(npm, "@team/ui", "1.1.0-beta.1"));

        (await npm.RunAsync(one, "publish")).ShouldBe("+ @team/ui@1.0.0");
        (await npm.RunAsync(two, "publish", "--tag", "next")).ShouldBe("+ @team/ui@1.1.0-beta.1");
        (await npm.RunAsync(one, "whoami")).ShouldBe("tester");
        (await npm.RunAsync(one, "view", "@team/ui", "dist-tags", "--json")).ReplaceLineEndings("").ShouldBe("""{  "latest": "1.0.0",  "next": "1.1.0-beta.1"}""");
        (await npm.RunAsync(one, "view", "@team/ui", "readme")).ShouldStartWith("# @team/ui");

        await npm.RunAsync(one, "dist-tag", "add", "@team/ui@1.0.0", "stable");
        (await npm.RunAsync(one, "dist-tag", "ls", "@team/ui")).ReplaceLineEndings(" ").ShouldBe("latest: 1.0.0 next: 1.1.0-beta.1 stable: 1.0.0");
        await npm.RunAsync(one, "dist-tag", "rm", "@team/ui", "stable");

        var app = npm.Project("app", ("package.json", """{"name": "app", "version": "1.0.0", "dependencies": {"@team/ui": "^1.0.0"}}"""));
        await npm.RunAsync(app, "install");
        File.ReadAllText(Path.Combine(app, "node_modules/@team/ui/index.js")).ShouldBe("1.0.0");
        npm.Forget();
        await npm.RunAsync(app, "ci");
        File.ReadAllText(Path.Combine(app, "package-lock.json")).ShouldContain("\"integrity\": \"sha512-");

        await npm.RunAsync(one, "deprecate", "@team/ui@1.0.0", "use 1.1");
        (await npm.RunAsync(one, "view", "@team/ui@1.0.0", "deprecated")).ShouldBe("use 1.1");
        JsonNode.Parse(await npm.RunAsync(one, "search", "team", "--json"))!.AsArray().Count.ShouldBe(1);
        await npm.RunAsync(one, "unpublish", "@team/ui@1.1.0-beta.1");
        (await npm.RunAsync(one, "view", "@team/ui", "versions")).ShouldBe("1.0.0");
        await npm.RunAsync(one, "unpublish", "@team/ui", "--force");
        (await npm.RefusedAsync(one, "view", "@team/ui")).ShouldContain("E404");
    }

    [Fact]
    public async Task The_same_bytes_again_are_published_and_others_are_refused()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        using var npm = Npm.At(server.Of("npm"), await _world.TokenAsync());
        var package = Package(npm, "left", "1.0.0");
        await npm.RunAsync(package, "publish");

        File.WriteAllText(Path.Combine(package, "index.js"), "changed");

        // npm looks itself whether the version is there.
        (await npm.RefusedAsync(package, "publish")).ShouldContain("previously published");
    }

    [Theory]
    [InlineData("reader", "E403", "role reader")]
    [InlineData("publisher", null, "")]
    public async Task Who_may_not_publish_is_told(string role, string? code, string why)
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        using var npm = Npm.At(server.Of("npm"), await _world.TokenAsync(role));
        var package = Package(npm, "left", "1.0.0");

        if (code is null)
        {
            await npm.RunAsync(package, "publish");
            return;
        }

        var refusal = await npm.RefusedAsync(package, "publish");
        refusal.ShouldContain(code);
        refusal.ShouldContain(why);
    }

    [Fact]
    public async Task A_token_that_has_expired_is_told()
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        using var npm = Npm.At(server.Of("npm"), await _world.TokenAsync());
        _world.Clock.Advance(TimeSpan.FromHours(13));

        var refusal = await npm.RefusedAsync(Package(npm, "left", "1.0.0"), "publish");

        refusal.ShouldContain("E401");
        refusal.ShouldContain("expired at");
    }

    private static string Package(Npm npm, string name, string version) => npm.Project(
        $"{name.Replace('/', '-')}-{version}",
        ("package.json", $$"""{"name": "{{name}}", "version": "{{version}}", "description": "a package of the team", "license": "MIT", "publishConfig": {"access": "public"} }"""),
        ("index.js", version),
        ("README.md", $"# {name}"));
}
