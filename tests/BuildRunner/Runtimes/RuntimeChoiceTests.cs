using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.BuildRunner.Runtimes;

namespace Sluice.BuildRunner.Tests.Runtimes;

public sealed class RuntimeChoiceTests : IDisposable
{
    private readonly BuildFixture _fixture = new();
    private readonly TemporaryFolder _home = new();

    public RuntimeChoiceTests() =>
        new[] { "NVM_DIR", "PYENV_ROOT", "RBENV_ROOT", "GOENV_ROOT", "PHPENV_ROOT", "SDKMAN_DIR", "ASDF_DATA_DIR", "MISE_DATA_DIR" }.ToList().ForEach(variable => _fixture.Machine.Remove(variable));

    [Theory]
    [InlineData("18.19.1", "18", true)]
    [InlineData("18.19.1", "18.x", true)]
    [InlineData("18.19.1", "18.19", true)]
    [InlineData("18.19.1", "latest", true)]
    [InlineData("18.19.1", "1", false)]
    [InlineData("18.19.1", "20.x", false)]
    [InlineData("17.0.9-amzn", "corretto17", true)]
    [InlineData("java-17-openjdk-amd64", "17", true)]
    [InlineData("1.8.0_392", "corretto8", true)]
    [InlineData("3.1.5", "3.12", false)]
    public void A_version_is_met_by_all_that_begin_so(string version, string wanted, bool meets) => RuntimeVersion.Meets(version, wanted).ShouldBe(meets);

    [Theory]
    [InlineData("nodejs: 18.x", ".nvm/versions/node/v18.20.0/bin", "node 18.20.0")]
    [InlineData("nodejs: 20", ".asdf/installs/nodejs/20.1.0/bin", "node 20.1.0")]
    [InlineData("python: 3.11", ".pyenv/versions/3.11.9/bin", "python 3.11.9")]
    [InlineData("ruby: latest", ".rbenv/versions/3.3.0/bin", "ruby 3.3.0")]
    [InlineData("golang: 1.21", ".goenv/versions/1.21.5/bin", "go 1.21.5")]
    [InlineData("java: corretto17", ".sdkman/candidates/java/17.0.9-amzn/bin", "java 17.0.9")]
    [InlineData("php: 8.2", ".local/share/mise/installs/php/8.2.1/bin", "php 8.2.1")]
    public async Task What_version_managers_installed_goes_first_on_the_PATH(string wanted, string folder, string says)
    {
        foreach (var older in new[] { ".nvm/versions/node/v18.3.0/bin/node", ".nvm/versions/node/v16.0.0/bin/node", ".rbenv/versions/2.7.0/bin/ruby" })
        {
            _home.Write(older, "");
        }

        var program = says.Split(' ')[0];
        Executable(Path.Combine(folder, program), $"#!/bin/sh\necho {says}\n");
        (_fixture.Machine["HOME"], _fixture.Machine["PATH"]) = (_home.Path, Tools());

        var result = await BuildAsync(wanted, program);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain($"\n{says}\n");
    }

    [Fact]
    public async Task What_is_missing_is_told_at_once_with_what_there_is()
    {
        _home.Write(".nvm/versions/node/v16.0.0/bin/node", "");
        (_fixture.Machine["HOME"], _fixture.Machine["PATH"]) = (_home.Path, "/nowhere");

        var result = await BuildAsync("{nodejs: 22, php: 8.2}", "id");

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Message!.ShouldContain("nodejs 22 is not installed; there is 16.0.0");
        result.Message!.ShouldContain("php 8.2 is not installed; there is no php at all");
    }

    [Fact]
    public async Task What_is_on_the_PATH_will_do()
    {
        Executable("tools/node", "#!/bin/sh\necho v18.99.0\n");
        (_fixture.Machine["HOME"], _fixture.Machine["PATH"]) = (_home.Path, $"{_home.Path}/tools:{_fixture.Machine["PATH"]}");

        (await BuildAsync("nodejs: 18", "node")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

        _fixture.Log.ShouldContain("nodejs 18 is 18.99.0");
        _fixture.Log.ShouldContain("\nv18.99.0\n");
    }

    public void Dispose()
    {
        _fixture.Dispose();
        _home.Dispose();
    }

    /// <summary>A PATH without any of the runtimes that this machine may have.</summary>
    private string Tools()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.Path, "bin")).FullName;
        foreach (var tool in new[] { "sed", "cat", "sh" })
        {
            File.CreateSymbolicLink(Path.Combine(folder, tool), new[] { "/bin", "/usr/bin" }.Select(place => Path.Combine(place, tool)).First(File.Exists));
        }

        return folder;
    }

    private void Executable(string name, string script)
    {
        var path = _home.Write(name, script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private Task<BuildResult> BuildAsync(string wanted, string command)
    {
        var versions = wanted.StartsWith('{') ? wanted : $"{{{wanted}}}";
        return _fixture.RunAsync(
            _fixture.JobOf(new JobSource { Kind = JobSourceKind.None }) with { Buildspec = $"version: 0.2\nphases: {{install: {{runtime-versions: {versions}}}, build: {{commands: [{command}]}}}}" }, TestContext.Current.CancellationToken);
    }
}
