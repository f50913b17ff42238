using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Rollback;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Tests.Fakes;
using Suite = Sluice.Local.Host.Suite;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>A pipeline of a source and an approval, and how long after a change its actions begin.</summary>
internal sealed class PushedPipeline(Suite suite)
{
    private const int First = 3;
    private const int Pushes = 40;

    // Pushes of people are apart, and what the last one left to do is done by then.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly List<double> _told = [];
    private readonly List<double> _source = [];
    private readonly List<double> _next = [];

    /// <summary>How long what tells of a change takes itself.</summary>
    public Milliseconds Told => new([.. _told.Skip(First)]);

    /// <summary>Until the source's action, which is the first one, is done.</summary>
    public Milliseconds Source => new([.. _source.Skip(First)]);

    /// <summary>Until the action after it has begun.</summary>
    public Milliseconds Next => new([.. _next.Skip(First)]);

    public Task CreateAsync(string name, string source, JsonObject configuration) => suite.Services.GetRequiredService<PipelineCatalog>().CreateAsync(
        "bench.json",
        new PipelineText(name).Stage("Source", PipelineText.Action("Checkout", source, outputs: "Source", configuration: configuration)).Stage("Gate", PipelineText.Approval("Approve")).ToString());

    /// <param name="change">Makes what is told of; not measured.</param>
    /// <param name="tell">Tells of it: from its beginning the clock runs.</param>
    public async Task MeasureAsync(Action change, Func<Task> tell)
    {
        using var watch = new ActionWatch(suite);
        for (var push = 0; push < First + Pushes; push++)
        {
            change();
            await MeasureAsync(watch, tell);
            await Task.Delay(Pause, TimeProvider.System);
        }
    }

    private async Task MeasureAsync(ActionWatch watch, Func<Task> tell)
    {
        var began = TimeProvider.System.GetTimestamp();
        await tell();
        _told.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        var (source, approval) = await watch.NextTwoAsync();
        _source.Add(TimeProvider.System.GetElapsedTime(began, source.At).TotalMilliseconds);
        _next.Add(TimeProvider.System.GetElapsedTime(began, approval.At).TotalMilliseconds);
        await watch.ApproveAsync(approval);
        await watch.SucceededAsync(approval.Execution);
    }
}
