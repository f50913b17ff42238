using Sluice.Packages.Tests.Formats.NuGet;

namespace Sluice.Packages.Tests.Clients;

/// <summary>The real client with a repository.</summary>
public sealed class DotnetNuGetTests : IAsyncLifetime
{
    private readonly PackageWorld _world = new();
    private readonly DotnetClient _dotnet = new();
    private RegistryServer _server = null!;
    private Feed _feed = null!;

    public async ValueTask InitializeAsync()
    {
        await _world.RepositoryAsync();
        _server = await RegistryServer.StartAsync(_world);
        _feed = new Feed(_world);
        _dotnet.Use(_server.Address, "main", await _world.TokenAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _dotnet.Dispose();
        _world.Dispose();
    }

    [Fact]
    public async Task What_was_packed_is_pushed_with_its_symbols_and_restored()
    {
        _dotnet.Write("lib/Org.Tools.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><PackageId>Org.Tools</PackageId><Version>1.2.0</Version><IncludeSymbols>true</IncludeSymbols><SymbolPackageFormat>snupkg</SymbolPackageFormat>
                <PackageLicenseExpression>MIT</PackageLicenseExpression><PackageReadmeFile>README.md</PackageReadmeFile>
              </PropertyGroup>
              <ItemGroup><None Include="README.md" Pack="true" PackagePath="" /></ItemGroup>
            </Project>
            """);
        _dotnet.Write("lib/README.md", "# Tools");
        _dotnet.Write("lib/Tool.cs", "namespace Org.Tools; public static class Tool { public const int Answer = 42; }");
        await SucceedsAsync("pack", "lib/Org.Tools.csproj", "-o", "out");

        await SucceedsAsync("nuget", "push", "out/Org.Tools.1.2.0.nupkg", "--source", "suite");

        var stored = (await _feed.StoredAsync("org.tools", "1.2.0"))!;
        stored.Assets.Select(asset => asset.Name).ShouldBe(["org.tools.1.2.0.nupkg", "org.tools.1.2.0.snupkg"]);
        stored.Summary.Licenses.ShouldHaveSingleItem().Name.ShouldBe("MIT");
        _dotnet.Need("Org.Tools", "1.2.0");
        _dotnet.Write("app/Use.cs", "public static class Use { public const int Answer = Org.Tools.Tool.Answer; }");
        await SucceedsAsync("build", "app/app.csproj");
        _dotnet.Has("org.tools", "1.2.0").ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_bytes_are_pushed_again_and_others_are_refused()
    {
        await PushedAsync(new Nupkg());
        await PushedAsync(new Nupkg());
        _dotnet.Write("other.nupkg", new Nupkg { Files = [("lib/net10.0/_._", "other")] }.Bytes());

        var (code, output) = await _dotnet.RunAsync("nuget", "push", "other.nupkg", "--source", "suite");

        code.ShouldNotBe(0);
        output.ShouldContain("409");
        output.ShouldContain("what is published does not change");
        await SucceedsAsync("nuget", "push", "other.nupkg", "--source", "suite", "--skip-duplicate");
    }

    [Fact]
    public async Task What_is_no_package_is_refused_with_a_reason_that_is_shown()
    {
        _dotnet.Write("bad.nupkg", new Nupkg { Files = [("lib/%2e%2e/evil", "x")] }.Bytes());

        var (code, output) = await _dotnet.RunAsync("nuget", "push", "bad.nupkg", "--source", "suite");

        code.ShouldNotBe(0);
        output.ShouldContain("its name is not a plain relative path");
    }

    [Fact]
    public async Task What_was_deleted_is_found_by_nobody_and_restored_by_its_number()
    {
        await PushedAsync(new Nupkg());
        (await _dotnet.RunAsync("package", "search", "org.tools", "--source", "suite")).Output.ShouldContain("Org.Tools");

        await SucceedsAsync("nuget", "delete", "Org.Tools", "1.2.3", "--source", "suite", "--non-interactive");

        (await _dotnet.RunAsync("package", "search", "org.tools", "--source", "suite")).Output.ShouldNotContain("1.2.3");
        _dotnet.Need("Org.Tools", "1.2.3");
        await RestoresAsync("org.tools", "1.2.3");
    }

    [Fact]
    public async Task A_range_is_restored_by_what_is_there()
    {
        await PushedAsync(new Nupkg(Version: "1.0.0"));
        await PushedAsync(new Nupkg(Version: "1.4.0"));
        await PushedAsync(new Nupkg(Version: "2.0.0-rc.1"));
        _dotnet.Need("org.TOOLS", "1.*");

        await RestoresAsync("org.tools", "1.4.0");
    }

    [Fact]
    public async Task An_expired_token_is_told()
    {
        _world.Clock.Moved = TimeSpan.FromHours(13);
        _dotnet.Need("Org.Tools", "1.2.3");

        var (code, output) = await _dotnet.RestoreAsync();

        code.ShouldNotBe(0);
        output.ShouldContain("401 (The authorization token expired at ");
    }

    [Fact]
    public async Task A_repository_that_is_not_there_is_told()
    {
        _dotnet.Use(_server.Address, "mian", await _world.TokenAsync());
        _dotnet.Need("Org.Tools", "1.2.3");

        var (code, output) = await _dotnet.RestoreAsync();

        code.ShouldNotBe(0);
        output.ShouldContain("There is no repository 'mian' in the domain 'org'.");
    }

    private async Task PushedAsync(Nupkg package)
    {
        var file = $"{package.Id}.{package.Version}.nupkg";
        _dotnet.Write(file, package.Bytes());
        await SucceedsAsync("nuget", "push", file, "--source", "suite");
    }

    private async Task RestoresAsync(string name, string number)
    {
        var (code, output) = await _dotnet.RestoreAsync();
        code.ShouldBe(0, output);
        _dotnet.Has(name, number).ShouldBeTrue(output);
    }

    private async Task SucceedsAsync(params string[] arguments)
    {
        var (code, output) = await _dotnet.RunAsync(arguments);
        code.ShouldBe(0, output);
    }
}
