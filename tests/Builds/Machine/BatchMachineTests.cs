using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.Builds.Api.BuildBatches;
using Sluice.Builds.Batching;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Shapes;
using Sluice.Local.StateMachines;
using Sluice.Local.StateMachines.Definitions;
using Sluice.Platform.Objects;
using Sluice.Platform.Protocol;

namespace Sluice.Builds.Tests.Machine;

/// <summary>A batch on its machine, with its builds on theirs; what the outbox would start is started, and builds' programs are played.</summary>
public sealed class BatchMachineTests
{
    private static readonly BatchPlan _plan = new(
        BatchKind.Graph, false, [Build("linux"), Build("windows"), Build("publish", "linux", "windows")]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("succeeds", "RunBatch Ended", "SUCCEEDED")]
    [InlineData("fails", "RunBatch Ended", "FAILED")]
    [InlineData("is stopped", "RunBatch Ended", "STOPPED")]
    [InlineData("takes too long", "RunBatch EndInterruptedBatch Ended", "TIMED_OUT")]
    [InlineData("lambda is throttled", "RunBatch Ended", "SUCCEEDED")]
    public async Task Every_end_is_on_its_exact_path(string name, string path, string status)
    {
        using var world = new BuildWorld(atOnce: 2);
        var (execution, batch) = Run(world, name);

        string.Join(' ', execution.Path).ShouldBe(path);
        batch["buildBatchStatus"]!.ToString().ShouldBe(status);
        (await world.Fixture.Queue.GetAsync(Cancellation)).Value.Running.ShouldBeEmpty();
    }

    [Fact]
    public void The_cases_walk_every_transition()
    {
        var walked = new HashSet<string>();
        foreach (var name in new[] { "succeeds", "takes too long" })
        {
            using var world = new BuildWorld(atOnce: 2);
            walked.UnionWith(Transitions.Walked(Run(world, name).Execution));
        }

        walked.Order().ShouldBe(Transitions.Written(JsonNode.Parse(SuiteMachines.Text("build-batch"))!).ToHashSet().Order());
    }

    [Fact]
    public void Its_builds_run_side_by_side_and_those_that_depend_on_others_after_them()
    {
        using var world = new BuildWorld(atOnce: 2);
        var (_, batch) = Run(world, "succeeds");

        world.Order.ShouldBe([null, "linux", "windows", "publish"]);
        batch["buildGroups"]!.AsArray().Select(group => group!["currentBuildSummary"]!["buildStatus"]!.ToString()).ShouldBe(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"]);
        batch["phases"]!.AsArray().Select(phase => phase!["phaseType"]!.ToString()).ShouldBe(["SUBMITTED", "DOWNLOAD_BATCHSPEC", "IN_PROGRESS", "SUCCEEDED"]);
    }

    private static BatchBuild Build(string identifier, params string[] dependsOn) => new(identifier, dependsOn, false, null, null, BatchEnvironment.AsProject, null);

    private static (Execution Execution, JsonNode Batch) Run(BuildWorld world, string name)
    {
        var throttled = new HashSet<string>();
        world.LambdaFault = name == "lambda is throttled"
            ? function => throttled.Add(function) ? new Local.StateMachines.Tasks.TaskFailedException("Lambda.TooManyRequestsException", "slow down") : null
            : _ => null;
        world.Program = async (task, stop) =>
        {
            var build = await world.Fixture.Store.GetAsync(BuildWorld.BuildOf(task), CancellationToken.None);
            world.Order.Add(build.Batch!.Identifier);
            await Task.Delay(name == "takes too long" ? TimeSpan.FromHours(9) : TimeSpan.FromMinutes(3), world.Time, stop);
            world.Fixture.Objects.Put(build.Output with { Key = $"{build.Output.Key}/{BatchPlan.ObjectName}" }, _plan);
            var status = name == "fails" && build.Batch.Identifier == "linux" ? BuildStatus.Failed : BuildStatus.Succeeded;
            world.Fixture.Objects.Put(build.Output with { Key = $"{build.Output.Key}/result.json" }, new BuildResult(status, [], null, new Dictionary<string, string>(), null));
        };
        return world.Time.Run(async () =>
        {
            var project = ProjectSettings.Create(
                new CreateProjectInput
                {
                    Name = "web", ServiceRole = "role", Source = new ProjectSource { Type = SourceType.NO_SOURCE, Buildspec = "version: 0.2\n" }, Artifacts = new ProjectArtifacts { Type = ArtifactsType.NO_ARTIFACTS },
                    Environment = UnnamedProject.Settings.Environment, TimeoutInMinutes = 2160,
                },
                world.Time.GetUtcNow());
            await world.Fixture.Get<ProjectStore>().CreateAsync(new StoredProject("1", project) { PublicAlias = "alias" });
            var context = new OperationContext("test", null);
            var started = await world.Fixture.Get<StartBuildBatch>().RunAsync(new StartBuildBatchInput { ProjectName = "web" }, context, CancellationToken.None);
            var execution = world.StartBatch(started.BuildBatch!.Id!.Split(':')[1]);
            if (name == "is stopped")
            {
                await Task.Delay(TimeSpan.FromMinutes(4), world.Time);
                await world.Fixture.Get<StopBuildBatch>().RunAsync(new StopBuildBatchInput { Id = started.BuildBatch.Id! }, context, CancellationToken.None);
            }

            await execution.Completion;
            await world.BuildsEndAsync();
            var batch = (await world.Fixture.Get<BatchGetBuildBatches>().RunAsync(new BatchGetBuildBatchesInput { Ids = [started.BuildBatch.Id!] }, context, CancellationToken.None)).BuildBatches![0];
            return (execution, JsonSerializer.SerializeToNode(batch, Platform.Json.SluiceJson.Options)!);
        });
    }
}
