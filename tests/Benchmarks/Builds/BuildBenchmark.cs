using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.Benchmarks.Builds;

/// <summary>What a build costs over the same commands in one script, and how fast its log goes through.</summary>
internal sealed class BuildBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Commands = 200;
    private const long LogBytes = 1_000_000_000;
    private const string Line = "yes 'a line of a log, as long as such lines are, and then a little more than that' | head -c 1000000000";
    private const string Project = "mkdir -p hello; printf '<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > hello/hello.csproj; echo 'System.Console.WriteLine(1);' > hello/Program.cs";
    private static readonly TimeSpan ParseTime = TimeSpan.FromSeconds(3);

    public string Name => "builds";

    public string Title => "the build's program beside the same commands in one bash script, its log beside tee, and buildspecs read";

    public async Task RunAsync(TextWriter output)
    {
        await CompareAsync(output, $"{Commands} short commands", [.. Enumerable.Range(0, Commands).Select(i => $"echo {i} > /dev/null")], Rounds);
        await CompareAsync(output, "dotnet build", ["cd \"$(mktemp -d)\"", Project, "dotnet build hello -v q --nologo"], Rounds);
        await LogAsync(output);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  buildspecs read: {ParsesPerSecond():F0} a second"));
    }

    private static async Task CompareAsync(TextWriter output, string what, IReadOnlyList<string> commands, int rounds)
    {
        var (built, scripted) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            scripted.Add((await RunnerRun.RunAsync(string.Join('\n', commands), [], new() { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" })).Seconds);
            built.Add((await RunnerRun.BuildAsync(Buildspec(commands))).Seconds);
        }

        var (build, script) = (new Figures(built).Median, new Figures(scripted).Median);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {what}: {build:F2} s, in bash {script:F2} s (medians of {rounds}), ratio {build / script:F2}"));
    }

    private static async Task LogAsync(TextWriter output)
    {
        var tee = await RunnerRun.RunAsync($"{Line} | tee /dev/null > /dev/null", [], []);
        var (seconds, megabytes) = await RunnerRun.BuildAsync(Buildspec([Line]));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  1 GB of log: {LogBytes / 1e6 / seconds:F0} MB/s with {megabytes:F0} MB at most (aim: under 80 MB), by tee {LogBytes / 1e6 / tee.Seconds:F0} MB/s"));
    }

    private static string Buildspec(IEnumerable<string> commands) =>
        $"version: 0.2\nphases:\n  build:\n    commands:\n{string.Concat(commands.Select(command => $"      - |\n        {command}\n"))}";

    private static double ParsesPerSecond()
    {
        var spec = Encoding.UTF8.GetBytes(Buildspec(Enumerable.Range(0, 20).Select(i => $"make step-{i}")) + "artifacts: {files: ['**/*'], base-directory: out}\ncache: {key: a, paths: [deps]}\n");
        var parses = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < ParseTime; parses++)
        {
            BuildspecReader.Read("buildspec.yml", spec);
        }

        return parses / ParseTime.TotalSeconds;
    }
}
