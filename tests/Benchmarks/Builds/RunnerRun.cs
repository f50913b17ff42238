using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.Files;

namespace Sluice.Benchmarks.Builds;

/// <summary>The build's program, or a script, as a process whose output goes nowhere.</summary>
internal static class RunnerRun
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>What a build's commands see and a shell's do not by themselves, so that both do the same work.</summary>
    public static Dictionary<string, string> SameAsBuild { get; } = new()
    {
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false", ["ContinuousIntegrationBuild"] = "true",
    };

    /// <summary>Runs a buildspec, and demands that it succeeds.</summary>
    /// <param name="buildspec">Its text.</param>
    /// <param name="variables">For the program beside its own.</param>
    /// <returns>Seconds, and the peak of its memory in megabytes.</returns>
    public static Task<(double Seconds, double Megabytes)> BuildAsync(string buildspec, IReadOnlyDictionary<string, string>? variables = null) =>
        BuildAsync(buildspec, own => RunAsync("exec dotnet \"$0\" > /dev/null", [Program], new(own.Concat(variables ?? new Dictionary<string, string>()))));

    /// <summary>The same by a program that has been ready before, as <c>sluice serve</c> keeps one after a build.</summary>
    /// <returns>Seconds from its being given the job.</returns>
    public static Task<double> BuildByStandbyAsync(string buildspec) => BuildAsync(buildspec, async own =>
    {
        var start = new ProcessStartInfo("dotnet", [Program]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment[RunnerVariables.Standby] = "1";
        using var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() != RunnerVariables.Ready)
        {
        }

        var clock = Stopwatch.StartNew();
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(own));
        process.StandardInput.Close();
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await process.WaitForExitAsync();
        return clock.Elapsed.TotalSeconds;
    });

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Sluice.BuildRunner.dll");

    private static async Task<T> BuildAsync<T>(string buildspec, Func<Dictionary<string, string>, Task<T>> run)
    {
        var folder = Directory.CreateTempSubdirectory("sluice-bench-");
        try
        {
            var objects = Path.Combine(folder.FullName, "objects");
            var store = new FileObjectStore(objects);
            await store.PutAsync(new ObjectRef("bench", "builds/1/job.json"), new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(Job(buildspec), SluiceJson.Options)));
            var measured = await run(new()
            {
                [RunnerVariables.Objects] = $"file:{objects}", [RunnerVariables.Job] = "bench/builds/1/job.json", [RunnerVariables.Workspace] = Path.Combine(folder.FullName, "work"),
            });
            await using var result = await store.OpenAsync(new ObjectRef("bench", "builds/1/result.json"));
            return (await JsonSerializer.DeserializeAsync<BuildResult>(result, SluiceJson.Options))!.Status == BuildStatus.Succeeded ? measured : throw new InvalidOperationException("The build failed.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Seconds, and the peak of the shell's memory in megabytes.</returns>
    public static async Task<(double Seconds, double Megabytes)> RunAsync(string script, IReadOnlyList<string> arguments, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["-c", script, .. arguments]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0.0;
        for (var exit = process.WaitForExitAsync(); !exit.IsCompleted; await Task.WhenAny(exit, Task.Delay(Glance, TimeProvider.System)))
        {
            peak = Math.Max(peak, Peak(process.Id));
        }

        return process.ExitCode == 0 ? (clock.Elapsed.TotalSeconds, peak) : throw new InvalidOperationException($"'{script}' ended with {process.ExitCode}: {string.Concat(await said)}");
    }

    private static BuildJob Job(string buildspec) => new()
    {
        BuildId = "bench:1", BuildArn = "arn:aws:codebuild:us-east-1:000000000000:build/bench:1", BuildNumber = 1, Initiator = "bench", Output = new ObjectRef("bench", "builds/1"), TimeoutSeconds = 3600,
        Source = new JobSource { Kind = JobSourceKind.None }, Buildspec = buildspec,
    };

    private static double Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
