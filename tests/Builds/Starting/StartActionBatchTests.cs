using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Builds.Batching;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Model.Batches;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Starting;

/// <summary>A pipeline's action that is a batch.</summary>
public sealed class StartActionBatchTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ActionRequest Request(string token = "parent") => BuildsFixture.Request(token, null, ("BatchEnabled", "true")) with { OutputArtifacts = ["a", "b_x"] };

    [Fact]
    public async Task The_batch_is_recorded_once_and_its_end_completes_the_newest_token_with_the_builds_artifacts()
    {
        await _fixture.Start.RunAsync(Request(), Cancellation);
        await _fixture.Start.RunAsync(Request("newer"), Cancellation);
        await _fixture.Get<BeginBatch>().RunAsync(new BatchRequest(BuildsFixture.BuildId, "machine"), Cancellation);
        var batch = await PlanAsync();
        await EndAsync(batch, "a", BuildStatus.Succeeded, "a");
        await EndAsync(batch, "b", BuildStatus.Succeeded, "b_x");

        var result = _fixture.Machines.Result("newer");
        (result.Status, result.ExternalExecutionId).ShouldBe((ActionStatus.Succeeded, $"shop:{BuildsFixture.BuildId}"));
        result.OutputArtifacts.ShouldBe(new Dictionary<string, ObjectRef> { ["a"] = new("artifacts", "a.json"), ["b_x"] = new("artifacts", "b_x.json") });
        var member = await _fixture.Store.GetAsync(BuildIds.OfBatch(BuildsFixture.BuildId, "b", 1), Cancellation);
        member.Settings.OutputArtifacts.ShouldBe(["b_x"]);
        member.Settings.Inputs!.Primary.Version.ShouldBe(new string('c', 40));
        _fixture.Machines.Completed.ShouldNotContain(entry => entry.Token == "parent");

        await _fixture.Start.RunAsync(Request("late"), Cancellation);
        _fixture.Machines.Result("late").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Theory]
    [InlineData("start stop")]
    [InlineData("stop start")]
    public async Task A_stop_of_the_action_stops_the_batch_whichever_comes_first(string order)
    {
        foreach (var step in order.Split(' '))
        {
            await (step == "start"
                ? _fixture.Start.RunAsync(Request(), Cancellation)
                : _fixture.StopAction.StopAsync(new ActionStop("CodeBuild", "shop", "run-1", "Build", "Compile", "action-1", "enough", ActionService.Build), Cancellation));
        }

        _fixture.Machines.Result("parent").Message.ShouldBe("The batch was stopped: enough");
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<BatchRecord> PlanAsync()
    {
        var batch = (await _fixture.Get<BatchStore>().FindAsync(BuildsFixture.BuildId, Cancellation))!;
        var plan = new BatchPlan(BatchKind.List, false, [.. new[] { "a", "b" }.Select(id => new BatchBuild(id, [], false, null, null, BatchEnvironment.AsProject, null))]);
        _fixture.Objects.Put(new ObjectRef("artifacts", $"shop/builds/{batch.PlanBuildId}/{BatchPlan.ObjectName}"), plan);
        _fixture.PutResultOf(batch.PlanBuildId, BuildStatus.Succeeded);
        await _fixture.End.RunAsync(new EndOfBuild(batch.PlanBuildId, new CaughtError()), Cancellation);
        return batch;
    }

    private async Task EndAsync(BatchRecord batch, string identifier, BuildStatus status, string output)
    {
        var buildId = BuildIds.OfBatch(batch.BatchId, identifier, 1);
        _fixture.Objects.Put(new ObjectRef("artifacts", $"shop/builds/{buildId}/result.json"), new BuildResult(status, [], null, new Dictionary<string, string>(), null)
        {
            OutputArtifacts = new Dictionary<string, ObjectRef> { [output] = new("artifacts", $"{output}.json") },
        });
        await _fixture.End.RunAsync(new EndOfBuild(buildId, new CaughtError()), Cancellation);
    }
}
