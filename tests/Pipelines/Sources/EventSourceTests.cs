using System.Text;
using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Sources;

/// <summary>An event has the sources looked at that it tells of; what starts a run is the source itself.</summary>
public sealed class EventSourceTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public void Dispose() => _suite.Dispose();

    private async Task WatchAsync(string name, string key)
    {
        var source = PipelineText.Action("Fetch", "Source/AWS/S3", outputs: "Source", configuration: new JsonObject { ["S3Bucket"] = "uploads", ["S3ObjectKey"] = key, ["PollForSourceChanges"] = "false" });
        await _suite.KeepAsync(new PipelineText(name).Stage("Source", source).Stage("Build", PipelineText.Build("Compile")));
    }

    private async Task PutAsync(string key, string content)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await _suite.Objects.PutAsync(new ObjectRef("uploads", key), bytes, Cancellation);
    }

    private Task<IReadOnlyList<StartedRun>> TellAsync(string key) =>
        _suite.Get<LookAtChanged>().RunAsync(new SourceChange("aws.s3", new SourceChangeDetail(null, new SourceChangeBucket("uploads"), new SourceChangeObject(key))), Cancellation);

    [Fact]
    public async Task A_new_object_starts_the_pipelines_whose_source_it_is_once()
    {
        await WatchAsync("app", "app.zip");
        await WatchAsync("other", "other.zip");
        await PutAsync("app.zip", "one");
        await PutAsync("other.zip", "one");

        (await TellAsync("app.zip")).Single().PipelineName.ShouldBe("app");
        (await TellAsync("app.zip")).ShouldBeEmpty();
        (await TellAsync("nobody.zip")).ShouldBeEmpty();
        await PutAsync("app.zip", "two");
        (await TellAsync("app.zip")).Count.ShouldBe(1);

        (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.Select(run => run.SourceRevisions.Single().Repository).ShouldAllBe(where => where == "s3://uploads/app.zip");
    }

    [Fact]
    public async Task An_object_that_is_not_there_yet_is_no_run_and_no_fault()
    {
        await WatchAsync("app", "app.zip");

        (await TellAsync("app.zip")).ShouldBeEmpty();
    }
}
