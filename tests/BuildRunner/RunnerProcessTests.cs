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
        using var runner = RunnerProcess.Start(RunnerJobs.Of(_repository.Folder, _repository.Commit()), _data.Path);
        await runner.SeenAsync("running");

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
}
