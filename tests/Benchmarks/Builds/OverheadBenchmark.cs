using System.Globalization;

namespace Sluice.Benchmarks.Builds;

/// <summary>What a build costs over the same commands in one bash script: the program's own start and end, and a little for each command. Once started for the job, and once kept ready for it.</summary>
internal sealed class OverheadBenchmark : IBenchmark
{
    private const int Rounds = 11;
    private const int RoundsOfBuilds = 5;
    private const int Commands = 200;
    private const string Program = "mkdir -p hello; printf '<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > hello/hello.csproj; echo 'System.Console.WriteLine(1);' > hello/Program.cs";
    private const string Project = "functions/BuildContract";
    private static readonly string[] New = ["cd \"$(mktemp -d)\"", Program, "dotnet build hello -v q --nologo", "rm -rf \"$PWD\""];

    public string Name => "build-overhead";

    public string Title => "the build's program beside the same commands in one bash script";

    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"  {"",-52}{"bash",9}{"build",9}{"ratio",8}{"ready",9}{"ratio",8}   medians in s; ready: the program was there before the job");
        await CompareAsync(output, "one command that does nothing", [":"], Rounds);
        await CompareAsync(output, $"{Commands} short commands", [.. Enumerable.Range(0, Commands).Select(i => $"echo {i} > /dev/null")], Rounds);
        await CompareAsync(output, "dotnet build of a new program, restore and all", New, RoundsOfBuilds);
        await CompareAsync(output, $"dotnet build of {Project} here, cloned", Cloned(), RoundsOfBuilds);
    }

    /// <summary>One after the other, each time, so that all have the same neighbours.</summary>
    private static async Task CompareAsync(TextWriter output, string what, IReadOnlyList<string> commands, int rounds)
    {
        var (scripted, built, ready) = (new List<double>(), new List<double>(), new List<double>());
        var script = string.Join('\n', commands.Prepend("set -e"));
        for (var round = 0; round < rounds; round++)
        {
            scripted.Add((await RunnerRun.RunAsync(script, [], RunnerRun.SameAsBuild)).Seconds);
            built.Add((await RunnerRun.BuildAsync(Buildspecs.Of(commands))).Seconds);
            ready.Add(await RunnerRun.BuildByStandbyAsync(Buildspecs.Of(commands)));
        }

        var (bash, build, kept) = (new Figures(scripted).Median, new Figures(built).Median, new Figures(ready).Median);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {what,-52}{bash,9:F3}{build,9:F3}{build / bash,8:F2}{kept,9:F3}{kept / bash,8:F2}"));
    }

    /// <summary>A real project with all that it stands on, from the checkout that this program was built in.</summary>
    private static string[] Cloned()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Serverless.sln")))
        {
            folder = Path.GetDirectoryName(folder.TrimEnd('/')) ?? throw new InvalidOperationException("This program is not in its checkout.");
        }

        return ["cd \"$(mktemp -d)\"", $"git clone -q --depth 1 'file://{folder.TrimEnd('/')}' here", "cd here", $"dotnet build {Project} -v q --nologo", "cd ..", "rm -rf \"$PWD\""];
    }
}
