using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Benchmarks.Rollback;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Objects;
using Suite = Sluice.Local.Host.Suite;

namespace Sluice.Benchmarks.Pipelines;

/// <summary>An action of some kind between two approvals: how long from the end of the one to the beginning of the other, and what of state transitions is between them.</summary>
internal sealed class KindsOfActions(Suite suite, ActionWatch watch)
{
    private const string Bucket = "bench-packages";
    private const string Package = "package.zip";
    private const int First = 3;
    private const int Runs = 20;

    // A person is not as quick as the call that asks them.
    private static readonly TimeSpan Thought = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<(string Name, JsonObject? Action)> All { get; } =
    [
        ("nothing", null),
        ("a deployment of one file to S3", PipelineText.Action("Work", "Deploy/AWS/S3", inputs: "Source", configuration: new JsonObject { ["BucketName"] = Bucket, ["Extract"] = "true", ["ObjectKey"] = "site" })),
        ("the start of another pipeline", PipelineText.Action("Work", "Invoke/AWS/CodePipeline", configuration: new JsonObject { ["PipelineName"] = "other" })),
        ("a command that does nothing", Commands()),
    ];

    public async Task StoreAsync()
    {
        await suite.Services.GetRequiredService<BucketStore>().TryCreateAsync(new BucketRecord(Bucket, TimeProvider.System.GetUtcNow()), CancellationToken.None);
        using var zip = new MemoryStream();
        await using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = new StreamWriter(await archive.CreateEntry("index.html").OpenAsync());
            await entry.WriteAsync("<p>");
        }

        zip.Position = 0;
        await suite.Services.GetRequiredService<IObjectStore>().PutAsync(new ObjectRef(Bucket, Package), zip);
        await CreateAsync(Begin("other").Stage("Gate", PipelineText.Action("Work", "Deploy/AWS/S3", inputs: "Source", configuration: new JsonObject { ["BucketName"] = Bucket, ["Extract"] = "true", ["ObjectKey"] = "site" })));
    }

    /// <returns>Milliseconds, and transitions of each machine in a run.</returns>
    public async Task<(Milliseconds Times, IReadOnlyDictionary<string, int> Transitions)> MeasureAsync(string pipeline, JsonObject? action)
    {
        var text = Begin(pipeline).Stage("Gate", PipelineText.Approval("First"));
        var last = PipelineText.Action("Last", "Approval/AWS/Manual", runOrder: 2);
        await CreateAsync(action is null ? text.Stage("Work", last) : text.Stage("Work", action, last));
        var before = new Dictionary<string, int>(suite.Transitions.Counts);
        var samples = new List<double>();
        while (samples.Count < First + Runs)
        {
            samples.Add(await RunAsync(pipeline));
        }

        await Task.Delay(Quiet, TimeProvider.System);
        return (new Milliseconds([.. samples.Skip(First)]), suite.Transitions.Counts.ToDictionary(entry => entry.Key, entry => (entry.Value - before.GetValueOrDefault(entry.Key)) / (First + Runs)));
    }

    private async Task<double> RunAsync(string pipeline)
    {
        var execution = await suite.Services.GetRequiredService<ExecutionStarts>().StartAsync(new StartRequest(pipeline));
        var first = await ApprovalAsync("First");
        await Task.Delay(Thought, TimeProvider.System);
        var said = TimeProvider.System.GetTimestamp();
        await watch.ApproveAsync(first);
        var last = await ApprovalAsync("Last");
        await Task.Delay(Thought, TimeProvider.System);
        await watch.ApproveAsync(last);
        await watch.SucceededAsync(execution);
        return TimeProvider.System.GetElapsedTime(said, last.At).TotalMilliseconds;
    }

    private async Task<StartedAction> ApprovalAsync(string name)
    {
        while (true)
        {
            if (await watch.NextAsync() is var begun && begun.Name == name)
            {
                return begun;
            }
        }
    }

    private Task CreateAsync(PipelineText text) => suite.Services.GetRequiredService<PipelineCatalog>().CreateAsync("bench.json", text.ToString());

    private static PipelineText Begin(string name) =>
        new PipelineText(name).Stage("Source", PipelineText.Action("Checkout", "Source/AWS/S3", outputs: "Source", configuration: new JsonObject { ["S3Bucket"] = Bucket, ["S3ObjectKey"] = Package, ["PollForSourceChanges"] = "false" }));

    private static JsonObject Commands()
    {
        var action = PipelineText.Action("Work", "Compute/AWS/Commands", inputs: "Source");
        action["commands"] = new JsonArray("true");
        return action;
    }
}
