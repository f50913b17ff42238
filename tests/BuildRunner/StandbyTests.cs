using System.Diagnostics;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests;

/// <summary>The program that is started before there is a job.</summary>
public sealed class StandbyTests : IDisposable
{
    // Of each build its own: its folder, which the shell's and the tools' are in, and when it began.
    private static readonly string[] Own = ["CODEBUILD_SRC_DIR", "CODEBUILD_START_TIME", "PWD", "OLDPWD", "PATH"];
    private readonly TemporaryFolder _data = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_see_the_same_as_those_of_one_that_was_started_for_its_job()
    {
        var asked = await EnvironmentAsync(standsBy: false);
        var stoodBy = await EnvironmentAsync(standsBy: true);

        stoodBy.ShouldBe(asked);
        stoodBy.ShouldContain("FROM_THE_MACHINE=seen");
        stoodBy.ShouldContain("GIVEN_LATE=seen");
        stoodBy.ShouldNotContain(line => line.StartsWith(RunnerVariables.Standby, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_leaves_nothing_and_ends_when_nobody_wants_it_any_more()
    {
        using var runner = Start(standsBy: true, []);
        (await runner.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe(RunnerVariables.Ready);

        runner.StandardInput.Close();
        await runner.WaitForExitAsync(Cancellation);

        runner.ExitCode.ShouldBe(0);
        Directory.GetFileSystemEntries(Path.Combine(_data.Path, "work")).ShouldBeEmpty();
        (await runner.StandardOutput.ReadToEndAsync(Cancellation)).ShouldBeEmpty();
    }

    public void Dispose() => _data.Dispose();

    private async Task<IReadOnlyList<string>> EnvironmentAsync(bool standsBy)
    {
        // By its id the processes of a build are ended: no other test's may have the same.
        var job = RunnerJobs.Of("unused", "unused") with { BuildId = "standby:b1", Source = new JobSource { Kind = JobSourceKind.None }, Buildspec = "version: 0.2\nphases: {build: {commands: [env]}}" };
        var late = RunnerJobs.Store(job, Path.Combine(_data.Path, "objects")).Append(("GIVEN_LATE", "seen")).ToList();
        using var runner = Start(standsBy, standsBy ? [] : late);
        if (standsBy)
        {
            (await runner.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe(RunnerVariables.Ready);
            await runner.StandardInput.WriteLineAsync(JsonSerializer.Serialize(late.ToDictionary()));
        }

        runner.StandardInput.Close();
        var lines = (await runner.StandardOutput.ReadToEndAsync(Cancellation)).Split('\n');
        await runner.WaitForExitAsync(Cancellation);
        runner.ExitCode.ShouldBe(0);
        return [.. lines.Where(line => line.Contains('=') && !line.StartsWith('[') && !Own.Contains(line.Split('=')[0])).Order(StringComparer.Ordinal)];
    }

    private Process Start(bool standsBy, IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunnerProgram).Assembly.Location]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in variables.Append((RunnerVariables.Workspace, Path.Combine(_data.Path, "work"))).Append(("FROM_THE_MACHINE", "seen")).Concat(standsBy ? [(RunnerVariables.Standby, "1")] : []))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
