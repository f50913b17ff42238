using System.Globalization;

namespace Sluice.Benchmarks.Builds;

/// <summary>What a build costs over the same commands in one bash script: the program's own start and end, and a little for each command.</summary>
internal sealed class OverheadBenchmark : IBenchmark
{
    private const int Rounds = 11;
    private const int Commands = 200;
    private const string Project = "mkdir -p hello; printf '<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>' > hello/hello.csproj; echo 'System.Console.WriteLine(1);' > hello/Program.cs";
    private static readonly string[] Build = ["cd \"$(mktemp -d)\"", Project, "dotnet build hello -v q --nologo"];

    public string Name => "build-overhead";

    public string Title => "the build's program beside the same commands in one bash script";

    public async Task RunAsync(TextWriter output)
    {
        await CompareAsync(output, "one command that does nothing", [":"]);
        await CompareAsync(output, $"{Commands} short commands", [.. Enumerable.Range(0, Commands).Select(i => $"echo {i} > /dev/null")]);
        await CompareAsync(output, "dotnet build of a new program, restore and all", Build);
    }

    /// <summary>One after the other, each time, so that both have the same neighbours.</summary>
    private static async Task CompareAsync(TextWriter output, string what, IReadOnlyList<string> commands)
    {
        var (built, scripted) = (new List<double>(), new List<double>());
        var script = string.Join('\n', commands.Prepend("set -e"));
        for (var round = 0; round < Rounds; round++)
        {
            scripted.Add((await RunnerRun.RunAsync(script, [], RunnerRun.SameAsBuild)).Seconds);
            built.Add((await RunnerRun.BuildAsync(Buildspecs.Of(commands))).Seconds);
        }

        var (build, bash) = (new Figures(built).Median, new Figures(scripted).Median);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"  {what}: {build:F3} s, in bash {bash:F3} s (medians of {Rounds}), {build - bash:F3} s more, ratio {build / bash:F2}"));
    }
}
