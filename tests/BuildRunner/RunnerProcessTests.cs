using System.Diagnostics;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Tests;

/// <summary>The program as a build machine runs it.</summary>
public sealed class RunnerProcessTests : IDisposable
{
    private readonly GitRepository _repository = new();
    private readonly TemporaryFolder _data = new();

    [Fact]
    public async Task SIGTERM_stops_the_build_clears_it_away_and_leaves_a_result()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: [echo running, sleep 300]}}");
        using var runner = Start(_repository.Commit());
        while (await runner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != "running")
        {
            line.ShouldNotContain("FINALIZING");
        }

        using var kill = Process.Start("kill", ["-TERM", runner.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await runner.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await runner.WaitForExitAsync(TestContext.Current.CancellationToken);

        runner.ExitCode.ShouldBe(0);
        var stored = Directory.GetFiles(_data.Path, "*result*", SearchOption.AllDirectories).ShouldHaveSingleItem();
        JsonSerializer.Deserialize<BuildResult>(await File.ReadAllTextAsync(stored, TestContext.Current.CancellationToken), SluiceJson.Options)!.Status.ShouldBe(BuildStatus.Stopped);
        Directory.GetFileSystemEntries(Path.Combine(_data.Path, "work")).ShouldBeEmpty();
    }

    public void Dispose()
    {
        _repository.Dispose();
        _data.Dispose();
    }

    private Process Start(string commit)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunnerProgram).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false };
        var store = Path.Combine(_data.Path, "objects");
        foreach (var (name, value) in RunnerJobs.Store(RunnerJobs.Of(_repository.Folder, commit), store))
        {
            start.Environment[name] = value;
        }

        start.Environment[RunnerVariables.Workspace] = Path.Combine(_data.Path, "work");
        return Process.Start(start)!;
    }
}
