using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.Ending;
using Sluice.Builds.Running;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Queueing;

public sealed class BeginBuildTests : IDisposable
{
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
