using System.Diagnostics;
using System.Globalization;

namespace Sluice.Benchmarks.Builds;

/// <summary>A thousand builds queued at once: the real machine, table and queue, of which eight builds may run. What is wrong with their order is an error here, however fast it goes.</summary>
internal sealed class QueueBenchmark : IBenchmark
{
    // A build enters, has its turn, is told of it, and leaves.
    private const int Decisions = 4;

    public string Name => "build-queue";

    public string Title => $"{QueuedBuilds.Builds:N0} builds queued at once over {QueuedBuilds.Projects} projects, of which {QueuedBuilds.AtOnce} may run, under virtual time in one process";

    public async Task RunAsync(TextWriter output)
    {
        using var builds = new QueuedBuilds();
        var began = builds.Now;
        var clock = Stopwatch.StartNew();
        builds.Run();
        var took = clock.Elapsed.TotalSeconds;
        builds.Demand();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  all {QueuedBuilds.Builds:N0} ended, in order within each project, {builds.Most} at once at most; {(builds.Now - began).TotalHours:F1} h of virtual time in {took:F1} s: {QueuedBuilds.Builds / took:F0} builds/s from request to end, {Decisions * QueuedBuilds.Builds / took:F0} decisions of the queue a second"));
    }
}
