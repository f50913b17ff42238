using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Rollback;
using Sluice.Benchmarks.Samples;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Tests.Fakes;
using Suite = Sluice.Local.Host.Suite;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>What a run costs beside its actions' own work: the real suite on a data folder, and approvals that are given at once.</summary>
internal sealed class ActionsBenchmark(IReadOnlyDictionary<string, string> environment) : IBenchmark
{
    private const int Runs = 30;
    private const int Stages = 5;
    private const string Pipeline = "bench";
    private const string Machine = "pipeline";

    // A person is not as quick as the call that asks them.
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    public string Name => "pipeline-actions";

    public string Title => "from the end of an action to the next one's beginning, and the state transitions of an action";

    public async Task RunAsync(TextWriter output)
    {
        await using var bench = await BenchSuite.StartAsync(environment);
        using var repository = new PushedRepository();
        repository.Commit();
        await bench.Suite.Services.GetRequiredService<PipelineCatalog>().CreateAsync("bench.json", Document(repository.Path));
        using var watch = new ActionWatch(bench.Suite);
        var samples = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            samples.AddRange(await RunAsync(bench.Suite, watch));
        }

        await Task.Delay(Quiet, TimeProvider.System);
        await WriteAsync(output, samples, bench.Suite.Transitions.Counts[Machine]);
        await WriteKindsAsync(output, new KindsOfActions(bench.Suite, watch));
    }

    private static async Task WriteKindsAsync(TextWriter output, KindsOfActions kinds)
    {
        await kinds.StoreAsync();
        await output.WriteLineAsync("  from an approval's end to the next one's beginning, between them");
        foreach (var (place, (name, action)) in KindsOfActions.All.Index())
        {
            var (times, transitions) = await kinds.MeasureAsync($"kind-{place}", action);
            var entered = string.Join(", ", transitions.Where(entry => entry.Value > 0).OrderByDescending(entry => entry.Key == Machine).Select(entry => $"{entry.Key} {entry.Value}"));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    {name,-42}median {times.Median,6:F1} ms, p90 {times.Percentile(90),6:F1} ms; transitions of the run: {entered}"));
        }
    }

    private static async Task<List<double>> RunAsync(Suite suite, ActionWatch watch)
    {
        var samples = new List<double>();
        var execution = await suite.Services.GetRequiredService<ExecutionStarts>().StartAsync(new StartRequest(Pipeline));
        var (_, waiting) = await watch.NextTwoAsync();
        while (true)
        {
            await Task.Delay(Thought, TimeProvider.System);
            var said = TimeProvider.System.GetTimestamp();
            await watch.ApproveAsync(waiting);
            if (samples.Count == (2 * Stages) - 1)
            {
                await watch.SucceededAsync(execution);
                return samples;
            }

            waiting = await watch.NextAsync();
            samples.Add(TimeProvider.System.GetElapsedTime(said, waiting.At).TotalMilliseconds);
        }
    }

    private static async Task WriteAsync(TextWriter output, List<double> samples, int transitions)
    {
        // The first run has the suite's own code made ready.
        var times = new Milliseconds([.. samples.Skip((2 * Stages) - 1)]);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"  {times.Samples.Count} actions: median {times.Median:F1} ms, p90 {times.Percentile(90):F1} ms, most {times.Most:F1} ms (the first: {samples[0]:F1} ms; aim: median under 20 ms)"));
        const int Actions = 1 + (2 * Stages);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {transitions / Runs} state transitions a run of {Actions} actions: {(double)(transitions / Runs) / Actions:F1} an action, the run's end with it"));
    }

    /// <summary>Stages of two approvals each, one after the other.</summary>
    private static string Document(string repository)
    {
        var text = new PipelineText(Pipeline).Stage("Source", PipelineText.Action("Checkout", "Source/Custom/Git", outputs: "Source", configuration: new JsonObject { ["Repository"] = repository, ["Branch"] = "main" }));
        for (var stage = 1; stage <= Stages; stage++)
        {
            text.Stage($"Stage{stage}", PipelineText.Approval("First"), PipelineText.Action("Second", "Approval/AWS/Manual", runOrder: 2));
        }

        return text.ToString();
    }
}
