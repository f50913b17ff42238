using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>The package that <c>dotnet pack local</c> makes, installed as a tool in a folder of its own.</summary>
public sealed class ToolTests(SamplePackages packages) : IDisposable
{
    private const string Configuration =
#if DEBUG
        "Debug";
#else
        "Release";
#endif
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sluice-tool");
    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task Serves_builds_and_lists_from_where_it_is_installed()
    {
        await DotnetAsync("pack", Path.Combine(Sources(), "local"), "--no-build", "--configuration", Configuration, "--output", _folder.FullName, "--verbosity", "quiet");
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "nuget.config"),
            $"<configuration><packageSources><clear /><add key=\"here\" value=\"{_folder.FullName}\" /></packageSources></configuration>",
            TestContext.Current.CancellationToken);
        await DotnetAsync("tool", "install", "Sluice", "--prerelease", "--tool-path", Path.Combine(_folder.FullName, "tools"), "--configfile", Path.Combine(_folder.FullName, "nuget.config"), "--verbosity", "quiet");
        var tool = Directory.GetFiles(Path.Combine(_folder.FullName, "tools"), "sluice.dll", SearchOption.AllDirectories).ShouldHaveSingleItem();
        _repository.CommitPackage(packages.Good);

        await using var serve = SluiceProcess.StartProgram(tool, ["serve", "--data", _repository.Data, "--repository", _repository.Path]);
        await serve.LineAsync("Succeeded");
        var list = await ClientProgram.RunAsync(Path.Combine(_folder.FullName, "tools", "sluice"), _folder.FullName, ["list", "--data", _repository.Data], new Dictionary<string, string>(), TestContext.Current.CancellationToken);

        list.ExitCode.ShouldBe(0, list.All);
        list.Output.ShouldContain("repository");
        File.Exists(Path.Combine(Path.GetDirectoryName(tool)!, "template.yaml")).ShouldBeTrue();
        Directory.Exists(Path.Combine(Path.GetDirectoryName(tool)!, "samples")).ShouldBeTrue("the demo makes its repository of them");
    }

    [Fact]
    public async Task Where_no_suite_runs_a_client_says_what_to_do()
    {
        var (exit, _, errors) = await SluiceProcess.RunAsync("list", "--data", _repository.Data);

        (exit, errors).ShouldBe((1, $"No suite runs on {_repository.Data}: start 'sluice serve', or name one that runs with --data, --endpoint or AWS_ENDPOINT_URL_CODEPIPELINE."));
    }

    public void Dispose()
    {
        _repository.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private async Task DotnetAsync(params string[] arguments)
    {
        var home = new Dictionary<string, string> { ["DOTNET_CLI_HOME"] = _folder.FullName, ["DOTNET_NOLOGO"] = "1", ["MSBUILDDISABLENODEREUSE"] = "1" };
        var end = await ClientProgram.RunAsync("dotnet", _folder.FullName, arguments, home, TestContext.Current.CancellationToken);
        end.ExitCode.ShouldBe(0, $"dotnet {string.Join(' ', arguments)}\n{end.All}");
    }
}
