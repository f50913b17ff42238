using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sluice.BuildRunner.Buildspecs;

namespace Sluice.Benchmarks.Builds;

/// <summary>How many buildspecs are parsed and checked in a second.</summary>
internal sealed class BuildspecBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Commands = 20;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    public string Name => "buildspecs";

    public string Title => $"buildspecs of {Commands} commands, with artifacts and a cache, parsed and checked";

    public Task RunAsync(TextWriter output)
    {
        var spec = Encoding.UTF8.GetBytes(Buildspecs.Of(Enumerable.Range(0, Commands).Select(i => $"make step-{i}")) + "artifacts: {files: ['**/*'], base-directory: out}\ncache: {key: a, paths: [deps]}\n");
        _ = PerSecond(spec);
        return Table.WriteAsync(output, [("BuildspecReader", new Figures([.. Enumerable.Range(0, Rounds).Select(_ => PerSecond(spec))]))], "buildspecs/s");
    }

    private static double PerSecond(byte[] spec)
    {
        var read = 0;
        var clock = Stopwatch.StartNew();
        for (; clock.Elapsed < Round; read++)
        {
            BuildspecReader.Read("buildspec.yml", spec);
        }

        return read / clock.Elapsed.TotalSeconds;
    }
}
