using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;

namespace Sluice.Packages.Tests.Clients;

/// <summary>cargo itself against a registry of ours.</summary>
public sealed class CargoClientTests : IDisposable
{
    private readonly PackageWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Crates_are_published_and_built_with_what_they_need()
    {
        await using var server = await StartAsync();
        using var cargo = await ClientAsync(server);
        cargo.Project("one-lib", "1.2.3+build.5", "[features]\ndefault = []\nmore = []\n");
        cargo.Project("two_lib", "0.1.0", """
            [dependencies]
            other = { version = ">=1.2, <2", package = "one-lib", features = ["more"], optional = true }
            [dev-dependencies]
            other = { version = "1.*", package = "one-lib" }
            [target.'cfg(any( unix, target_os = "wasi" ))'.build-dependencies]
            other = { version = "~1.2", package = "one-lib", default-features = false }
            [features]
            fast = ["dep:other", "other?/more"]
            """, "pub fn two() -> i32 { 2 }\n");
        cargo.Project("app", "0.1.0", "[dependencies]\ntwo_lib = { version = \"0.1\", features = [\"fast\"] }\n", "pub fn three() -> i32 { 1 + two_lib::two() }\n");

        await SucceededAsync(cargo, "one-lib", "publish", "--no-verify");
        await SucceededAsync(cargo, "two_lib", "publish", "--no-verify");
        await SucceededAsync(cargo, "app", "build");

        File.ReadAllText(Path.Combine(cargo.Folder, "app/Cargo.lock")).ShouldContain("name = \"one-lib\"\nversion = \"1.2.3+build.5\"");
        var version = (await _world.Get<PackageStore>().FindVersionAsync(new PackageId("org", "main", PackageFormat.cargo, null, "two-lib"), "0.1.0", TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;
        version.Dependencies.Select(dependency => $"{dependency.Type} {dependency.Name} {dependency.Requirement}").Order().ShouldBe(["build one-lib ~1.2", "dev one-lib 1.*", "normal one-lib >=1.2, <2"]);
        (version.Summary.Licenses.Single().Name, version.Summary.HomePage).ShouldBe(("MIT OR Apache-2.0", "https://example.com"));
        await SucceededAsync(cargo, "app", "search", "--registry", "main", "lib");
        cargo.Said.ShouldContain("one-lib = \"1.2.3+build.5\"");
        await SucceededAsync(cargo, "app", "info", "--registry", "main", "two_lib");
        cargo.Said.ShouldContain("license: MIT OR Apache-2.0");
    }

    [Fact]
    public async Task What_is_yanked_is_built_by_who_has_it_locked_and_by_nobody_else()
    {
        await using var server = await StartAsync();
        using var cargo = await ClientAsync(server);
        cargo.Project("lib", "1.0.0");
        cargo.Project("first", "0.1.0", "[dependencies]\nlib = \"1\"\n");
        cargo.Project("second", "0.1.0", "[dependencies]\nlib = \"1\"\n");
        await SucceededAsync(cargo, "lib", "publish", "--no-verify");
        await SucceededAsync(cargo, "first", "fetch");

        await SucceededAsync(cargo, "lib", "yank", "--version", "1.0.0");
        await SucceededAsync(cargo, "first", "build");
        (await cargo.RunAsync("second", "build")).Code.ShouldNotBe(0);
        cargo.Said.ShouldContain("lib");

        await SucceededAsync(cargo, "lib", "yank", "--undo", "--version", "1.0.0");
        await SucceededAsync(cargo, "second", "build");
    }

    [Fact]
    public async Task Refusals_are_shown()
    {
        await using var server = await StartAsync();
        using var cargo = await ClientAsync(server);
        cargo.Project("lib", "1.0.0");
        await SucceededAsync(cargo, "lib", "publish", "--no-verify");
        await SucceededAsync(cargo, "lib", "package", "--no-verify");
        cargo.Project("lib", "1.0.1");
        await _world.Get<Packages.Publishing.PublishVersion>().RunAsync(
            new Packages.Publishing.Publication(new PackageId("org", "main", PackageFormat.cargo, null, "lib"), "1.0.1", []), TestContext.Current.CancellationToken);
        (await cargo.RunAsync("lib", "publish", "--no-verify")).Code.ShouldNotBe(0);
        cargo.Said.ShouldContain("takes no more assets");

        _world.Clock.Moved = TimeSpan.FromHours(13);
        cargo.Project("new", "1.0.0");
        (await cargo.RunAsync("new", "publish", "--no-verify")).Code.ShouldNotBe(0);
        cargo.Said.ShouldContain("expired at");
    }

    private async Task<RegistryServer> StartAsync()
    {
        await _world.RepositoryAsync();
        return await RegistryServer.StartAsync(_world);
    }

    private async Task<CargoClient> ClientAsync(RegistryServer server) => new(server.Of("cargo"), await _world.TokenAsync());

    private static async Task SucceededAsync(CargoClient cargo, string folder, params string[] arguments) => (await cargo.RunAsync(folder, arguments)).Code.ShouldBe(0, cargo.Said);
}
