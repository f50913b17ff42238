using System.Diagnostics;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests;

/// <summary>The program as a process of its own, which prints the log.</summary>
internal static class RunnerProcess
{
    /// <param name="job">What it does.</param>
    /// <param name="folder">Where its objects and its workspace are.</param>
    /// <param name="more">Variables besides those.</param>
    public static Process Start(BuildJob job, string folder, params IEnumerable<(string Name, string Value)> more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RunnerProgram).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in RunnerJobs.Store(job, Path.Combine(folder, "objects")).Concat([(RunnerVariables.Workspace, Path.Combine(folder, "work")), .. more]))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Reads its log up to a line.</summary>
    public static async Task SeenAsync(this Process runner, string wanted)
    {
        while (await runner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line != wanted)
        {
            line.ShouldNotContain("FINALIZING");
        }
    }
}
