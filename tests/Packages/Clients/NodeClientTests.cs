namespace Sluice.Packages.Tests.Clients;

/// <summary>The other package managers of Node.js, as docs/packages.md sets them up, and what they know of npm's registry alone.</summary>
public sealed class NodeClientTests : IDisposable
{
    private readonly PackageWorld _world = new();
    private readonly NodeClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        _world.Dispose();
    }

    [Theory]
    [InlineData("pnpm", "12.21.0", "install", "install --frozen-lockfile")]
    [InlineData("yarn", "1.22.22", "install", "install --frozen-lockfile")]
    [InlineData("@yarnpkg/cli-dist", "4.18.1", "install", "install --immutable")]
    public async Task What_was_published_is_installed_and_installed_again_by_what_is_locked(string client, string version, string first, string again)
    {
        await _world.RepositoryAsync();
        await using var server = await RegistryServer.StartAsync(_world);
        var (registry, token) = (server.Of("npm"), await _world.TokenAsync());
        await PublishedAsync(registry, token);
        await _client.GetAsync(client, version);
        _client.Use(registry, token);
        _client.Write("app/package.json", """{"name": "app", "version": "1.0.0", "license": "MIT", "private": true, "dependencies": {"left": "^1.0.0", "@team/ui": "^1.0.0"} }""");
        _client.Write("app/yarn.lock", "");

        await _client.RunAsync(first);
        _client.Forget();
        await _client.RunAsync(again);

        File.ReadAllText(Path.Combine(_client.Folder, "app/node_modules/left/index.js")).ShouldBe("left");
        File.ReadAllText(Path.Combine(_client.Folder, "app/node_modules/@team/ui/index.js")).ShouldBe("@team/ui");
    }

    private static async Task PublishedAsync(string registry, string token)
    {
        using var npm = Npm.At(registry, token);
        foreach (var name in new[] { "left", "@team/ui" })
        {
            var package = npm.Project(name.Replace('/', '-'), ("package.json", $$"""{"name": "{{name}}", "version": "1.0.0", "license": "MIT"}"""), ("index.js", name));
            await npm.RunAsync(package, "publish");
        }
    }
}
