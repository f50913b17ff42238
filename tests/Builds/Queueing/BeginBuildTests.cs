using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Running;
using Sluice.Builds.Shapes;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Queueing;

public sealed class BeginBuildTests : IDisposable
{
    private static readonly ProjectEnvironment _onCodeBuild = new() { Type = EnvironmentType.LINUX_CONTAINER, Image = "node:22", ComputeType = ComputeType.BUILD_GENERAL1_SMALL };
    private readonly BuildsFixture _fixture = new();

    private static ObjectRef JobObject => new("artifacts", $"shop/builds/{BuildsFixture.BuildId}/job.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_the_program_what_to_build_in_the_shape_of_a_container()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(configuration: [("EnvironmentVariables", """[{"name":"A","value":"b"}]""")]), Cancellation);

        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);

        var json = _fixture.Machines.Completed.Single(completed => completed.Token == "turn").Output!;
        json["timeoutSeconds"]!.GetValue<int>().ShouldBe(4200);
        var environment = json["environment"]!.AsArray().ToDictionary(entry => entry!["Name"]!.GetValue<string>(), entry => entry!["Value"]!.GetValue<string>());
        environment["SLUICE_BUILD_ID"].ShouldBe($"shop:{BuildsFixture.BuildId}");
        environment["SLUICE_INITIATOR"].ShouldBe("codepipeline/shop");
        environment["SLUICE_JOB"].ShouldBe($"artifacts/{JobObject.Key}");
        var job = _fixture.Objects.Read<BuildJob>(JobObject);
        job.BuildArn.ShouldBe($"arn:aws:codebuild:us-east-1:123456789012:build/shop:{BuildsFixture.BuildId}");
        job.Source.Version.ShouldBe(new string('c', 40));
        job.Output.ShouldBe(new ObjectRef("artifacts", $"shop/builds/{BuildsFixture.BuildId}"));
        job.TimeoutSeconds.ShouldBe(3600);
        job.Environment.ShouldBe([new JobVariable("A", "b")]);
    }

    [Fact]
    public async Task The_job_may_hold_secrets_and_is_gone_when_the_build_is_over()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);
        (await _fixture.Objects.ExistsAsync(JobObject, Cancellation)).ShouldBeTrue();

        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        (await _fixture.Objects.ExistsAsync(JobObject, Cancellation)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_that_wants_what_there_is_not_is_refused_before_it_waits()
    {
        using var fixture = new BuildsFixture(computes: new BuildComputes("own"));
        await fixture.CreateProjectAsync(_onCodeBuild);
        await fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);

        var refused = await Should.ThrowAsync<NoComputeException>(() => fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation));

        refused.Message.ShouldBe("The image 'node:22' needs CodeBuild as compute, which this installation does not have; set UseCodeBuild=true.");
        (await fixture.Queue.GetAsync(Cancellation)).Value.WaitingCount.ShouldBe(0);
    }

    /// <summary>Whoever lets it have its turn has to go on with the others.</summary>
    [Fact]
    public async Task One_whose_compute_was_taken_away_while_it_waited_is_told_so_at_its_turn()
    {
        using var before = new BuildsFixture(atOnce: 1, computes: new BuildComputes("own", HasCodeBuild: true));
        using var after = new BuildsFixture(atOnce: 1, wrap: _ => before.Table, machines: before.Machines, computes: new BuildComputes("own"));
        await before.CreateProjectAsync(_onCodeBuild);
        var waiting = BuildIds.Of("shop", "action-2");
        foreach (var (action, id) in new[] { ("action-1", BuildsFixture.BuildId), ("action-2", waiting) })
        {
            await before.Start.RunAsync(BuildsFixture.Request(action, action), Cancellation);
            await before.Begin.RunAsync(new BuildRequest(id, $"turn of {action}"), Cancellation);
        }

        await after.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        before.Machines.Completed.Where(completed => completed.Token.StartsWith("turn", StringComparison.Ordinal)).Select(completed => (completed.Token, completed.Error))
            .ShouldBe([("turn of action-1", null), ("turn of action-2", nameof(NoComputeException))]);
    }

    [Fact]
    public async Task Beginning_twice_keeps_the_first_time()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);
        var first = (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).BegunAt;
        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).BegunAt.ShouldBe(first);
    }

    [Fact]
    public async Task A_build_that_was_stopped_before_does_not_begin()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Stop.RunAsync(BuildsFixture.BuildId, "changed my mind", Cancellation);

        await Should.ThrowAsync<StopRecordedException>(() => _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation));
    }

    public void Dispose() => _fixture.Dispose();
}
