namespace Sluice.Local.Tests.EndToEnd;

/// <summary>kill -9 of a real process after each call that its machine makes. Beside <see cref="CrashTests"/>, since each takes long.</summary>
public sealed class CrashedCallTests(SamplePackages packages) : IDisposable
{
    private readonly ReleaseRepository _repository = new();

    /// <summary>Each process makes the call again that killed the one before it, since nobody had noted it, and dies of the call after that.</summary>
    [Fact]
    public async Task Killed_after_every_call_of_a_canary_the_deployment_ends_properly()
    {
        _repository.CommitPackage(packages.Good);
        var (exit, output, errors) = await SluiceProcess.RunAsync(
            "release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "10:1s,50:1s", "--rate", "0", "--alarm", "5%", "--too-few", "continue", "--too-few-wait", "0s");
        exit.ShouldBe(0, output + errors);

        var commit = _repository.CommitPackage(packages.Better);
        var kills = new List<string>();
        var run = await RunUntilCallAsync(commit, after: "");
        while (run.ExitCode != 0)
        {
            run.Output.ShouldNotBeEmpty($"killed in {string.Join(' ', kills)}, then ended with {run.ExitCode} by itself\n{run.Errors}");
            kills.Add(run.Output.Trim());
            run = await RunUntilCallAsync(commit, kills[^1]);
        }

        run.Output.Trim().ShouldBe("Succeeded, answered by 1 version", $"killed in {string.Join(' ', kills)}\n{run.Errors}");
        // A weight that was set and not noted is refused the second time, and read.
        kills.ShouldBe(
        [
            "ClaimTarget", "UpdateCode", "ReadVersion", "ReadTraffic", "ReadCurrentVersion", "PlanShift", "PutAlarm", "ReadAlarms", "NextStep",
            "SetWeight", "ReadAlias", "Bake", "ReadAlarms", "NextStep", "ReadMetrics", "ReadAlarms", "NextStep",
            "SetWeight", "ReadAlias", "Bake", "ReadAlarms", "NextStep", "ReadMetrics", "ReadAlarms", "NextStep",
            "SetWeight", "ReadAlias", "Bake", "ReadAlarms", "NextStep", "DeleteAlarm",
        ]);
    }

    public void Dispose() => _repository.Dispose();

    private Task<(int ExitCode, string Output, string Errors)> RunUntilCallAsync(string commit, string after) =>
        SluiceProcess.RunProgramAsync("Sluice.CrashingSuite.dll", "release", _repository.Data, "repository", commit, after);
}
