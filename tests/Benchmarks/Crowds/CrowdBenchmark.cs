using System.Diagnostics;
using System.Globalization;
using Sluice.Deployments.Tests.World;

namespace Sluice.Benchmarks.Crowds;

/// <summary>A thousand deployments at once in one process, batch after batch: whether all end, and what is left of them in memory.</summary>
internal sealed class CrowdBenchmark : IBenchmark
{
    private const int Batch = 1_000;
    private const int Batches = 5;

    public string Name => "crowd";

    public string Title => "1,000 Lambda deployments at once, in three steps each, under virtual time in one process, five times";

    public async Task RunAsync(TextWriter output)
    {
        using var world = new DeploymentWorld();
        var crowd = new Crowd(world);
        await output.WriteLineAsync(Line($"  managed heap before: {Heap():F1} MB"));
        for (var n = 1; n <= Batches; n++)
        {
            await RunBatchAsync(world, crowd, n, output);
        }
    }

    private static async Task RunBatchAsync(DeploymentWorld world, Crowd crowd, int number, TextWriter output)
    {
        var began = world.Time.GetUtcNow();
        var clock = Stopwatch.StartNew();
        var ends = crowd.Run(Batch);
        var took = clock.Elapsed;
        var succeeded = ends.Count(end => end == Crowd.AsItShould);
        var left = crowd.LeftOver();
        world.Forget();
        await output.WriteLineAsync(Line(
            $"  batch {number}: {crowd.AtOnce:N0} at once, {succeeded:N0} succeeded, {left} left; {(world.Time.GetUtcNow() - began).TotalSeconds:F0} s of virtual time in {took.TotalSeconds:F1} s; managed heap after: {Heap():F1} MB"));
        if (ends.FirstOrDefault(end => end != Crowd.AsItShould) is { } wrong)
        {
            throw new InvalidOperationException(wrong);
        }
    }

    /// <summary>After a full collection, in megabytes.</summary>
    private static double Heap() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
