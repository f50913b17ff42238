using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Clients;

/// <summary>pip and twine themselves against a registry of ours.</summary>
public sealed class PythonClientTests : IDisposable
{
    private const string WheelName = "demo_app-1.0-py3-none-any.whl";
    private readonly PackageWorld _world = new();
    private readonly Python _python = new();

    /// <summary>What pip builds a wheel of sources by: in their own folder, so that nothing else is needed.</summary>
    private const string Backend = """
        import zipfile

        def build_wheel(folder, config_settings=None, metadata_directory=None):
            name = "from_source-1.0-py3-none-any.whl"
            info = "from_source-1.0.dist-info"
            with zipfile.ZipFile(f"{folder}/{name}", "w") as wheel:
                wheel.writestr("from_source.py", "value = 'built'\n")
                wheel.writestr(f"{info}/METADATA", open("PKG-INFO").read())
                wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
                wheel.writestr(f"{info}/RECORD", "")
            return name
        """;

    public void Dispose()
    {
        _world.Dispose();
        _python.Dispose();
    }

    [Fact]
    public async Task Wheels_and_sources_are_uploaded_and_installed()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        var wheel = _python.Write(WheelName, TestFiles.Wheel("demo_app", "1.0", "Requires-Python: >=3.6\nRequires-Dist: from-source>=1\n"));
        var source = _python.Write("from_source-1.0.tar.gz", TestFiles.Tar(
            ("from_source-1.0/PKG-INFO", TestFiles.Metadata("from_source", "1.0")), ("from_source-1.0/backend.py", Backend),
            ("from_source-1.0/pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = \"backend\"\nbackend-path = [\".\"]\n")));

        Succeeded(await _python.TwineAsync(server.Of("pypi"), token, wheel, source));
        Succeeded(await _python.PipAsync(server.Of("pypi"), token, "install", "--target", "site", "Demo.App"));

        File.ReadAllText(Path.Combine(_python.Folder, "site/demo_app.py")).ShouldBe("value = 1\n");
        File.ReadAllText(Path.Combine(_python.Folder, "site/from_source.py")).ShouldBe("value = 'built'\n");
        Succeeded(await _python.PipAsync(server.Of("pypi"), token, "download", "--no-deps", "--dest", "files", "demo-app==1.0"));
        File.ReadAllBytes(Path.Combine(_python.Folder, "files", WheelName)).ShouldBe(File.ReadAllBytes(wheel));
    }

    [Fact]
    public async Task The_same_file_again_is_a_success_and_another_one_of_its_name_is_refused()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        var wheel = _python.Write(WheelName, TestFiles.Wheel("demo_app", "1.0"));
        Succeeded(await _python.TwineAsync(server.Of("pypi"), token, wheel));
        Succeeded(await _python.TwineAsync(server.Of("pypi"), token, wheel));

        _python.Write(WheelName, TestFiles.Wheel("demo_app", "1.0", module: "value = 2\n"));
        var (code, output) = await _python.TwineAsync(server.Of("pypi"), token, wheel);

        code.ShouldNotBe(0);
        output.ShouldContain("409");
        output.ShouldContain("Publish another version");
    }

    [Fact]
    public async Task A_version_that_is_hidden_is_installed_by_who_names_it_and_by_nobody_else()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        Succeeded(await _python.TwineAsync(server.Of("pypi"), token, _python.Write(WheelName, TestFiles.Wheel("demo_app", "1.0")), _python.Write("demo_app-1.1-py3-none-any.whl", TestFiles.Wheel("demo_app", "1.1"))));
        await _world.Get<ChangeVersion>().RunAsync(new PackageId("org", "main", PackageFormat.pypi, null, "demo-app"), "1.1", version => version with { Status = PackageVersionStatus.Unlisted, Deprecation = "it breaks" }, CancellationToken.None);

        Succeeded(await _python.PipAsync(server.Of("pypi"), token, "download", "--dest", "any", "demo-app"));
        Succeeded(await _python.PipAsync(server.Of("pypi"), token, "download", "--dest", "named", "demo-app==1.1")).ShouldContain("it breaks");

        Directory.GetFiles(Path.Combine(_python.Folder, "any")).Select(Path.GetFileName).ShouldBe([WheelName]);
        Directory.GetFiles(Path.Combine(_python.Folder, "named")).Select(Path.GetFileName).ShouldBe(["demo_app-1.1-py3-none-any.whl"]);
    }

    [Fact]
    public async Task A_token_that_has_expired_lets_nobody_in()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        var wheel = _python.Write(WheelName, TestFiles.Wheel("demo_app", "1.0"));
        Succeeded(await _python.TwineAsync(server.Of("pypi"), token, wheel));
        _world.Clock.Moved = TimeSpan.FromHours(13);

        var (upload, told) = await _python.TwineAsync(server.Of("pypi"), token, wheel);
        var (download, _) = await _python.PipAsync(server.Of("pypi"), token, "download", "demo-app");

        upload.ShouldNotBe(0);
        told.ShouldContain("401");
        told.ShouldContain("expired at");
        download.ShouldNotBe(0);
    }

    [Fact]
    public async Task The_examples_of_the_documentation_run()
    {
        await using var server = await StartAsync();
        var token = await _world.TokenAsync();
        Directory.CreateDirectory(Path.Combine(_python.Folder, "dist"));
        _python.Write($"dist/{WheelName}", TestFiles.Wheel("demo_app", "1.0"));

        // The first one asks for the address and the token.
        foreach (var example in DocsPage.Read("packages-python.md").Blocks("sh").Skip(1))
        {
            Succeeded(await _python.ExampleAsync(example, server.Of("pypi"), token));
        }

        File.Exists(Path.Combine(_python.Folder, "site/demo_app.py")).ShouldBeTrue();
    }

    private async Task<RegistryServer> StartAsync()
    {
        await _world.RepositoryAsync();
        return await RegistryServer.StartAsync(_world);
    }

    private static string Succeeded((int Code, string Output) run)
    {
        run.Code.ShouldBe(0, run.Output);
        return run.Output;
    }
}
