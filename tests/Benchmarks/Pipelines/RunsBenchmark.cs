using System.Diagnostics;
using System.Globalization;
using Sluice.Benchmarks.Memory;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>Ten thousand runs of a thousand pipelines: how fast they go, whether each ended once and as it should, and what they leave in memory.</summary>
internal sealed class RunsBenchmark : IBenchmark
{
    private const int All = ManyRuns.Pipelines * ManyRuns.RunsOfEach;
    private const int Batch = 100;
    private static readonly int[] Looks = [1_000, 5_000, All];

    public string Name => "pipeline-runs";

    public string Title => $"{All:N0} runs of {ManyRuns.Pipelines:N0} pipelines of three stages, {Batch * ManyRuns.RunsOfEach:N0} under way together, under virtual time in one process";

    public async Task RunAsync(TextWriter output)
    {
        using var runs = new ManyRuns();
        runs.CreateAll();
        await output.WriteLineAsync($"  before: {Memory()}");
        var began = runs.Now;
        var clock = new Stopwatch();
        for (var first = 0; first < ManyRuns.Pipelines; first += Batch)
        {
            clock.Start();
            runs.Run(first, Batch);
            clock.Stop();
            runs.Demand();
            if (Looks.Contains(runs.Ended))
            {
                await output.WriteLineAsync(Line($"  after {runs.Ended:N0} runs: {clock.Elapsed.TotalSeconds:F1} s, {runs.Ended / clock.Elapsed.TotalSeconds:F0} runs/s; {Memory()}"));
            }
        }

        await output.WriteLineAsync(Line($"  {runs.Ends}; none lost or doubled, no stage held; {(runs.Now - began).TotalHours:F1} h of virtual time"));
    }

    /// <summary>After a full collection.</summary>
    private static string Memory() => Line($"managed heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1} MB, resident {ResidentMemory.Of(Environment.ProcessId):F0} MB");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
