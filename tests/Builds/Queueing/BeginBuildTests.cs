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
        environment["SLUICE_BUILD_ARN"].ShouldBe($"arn:aws:codebuild:us-east-1:123456789012:build/shop:{BuildsFixture.BuildId}");
        environment["SLUICE_COMMIT"].ShouldBe(new string('c', 40));
        environment["SLUICE_OUTPUT_BUCKET"].ShouldBe("artifacts");
        environment["SLUICE_OUTPUT_PREFIX"].ShouldBe($"shop/builds/{BuildsFixture.BuildId}");
        environment["SLUICE_TIMEOUT_SECONDS"].ShouldBe("3600");
        environment["SLUICE_ENVIRONMENT"].ShouldBe("""[{"name":"A","value":"b","secret":false}]""");
    }

    [Fact]
    public async Task Variables_that_are_more_than_a_task_may_be_given_go_by_an_object_until_the_build_is_over()
    {
        var secret = new string('s', 9000);
        await _fixture.Start.RunAsync(BuildsFixture.Request(configuration: [("EnvironmentVariables", $$"""[{"name":"A","value":"{{secret}}"}]""")]), Cancellation);

        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);

        var output = _fixture.Machines.Completed.Single(completed => completed.Token == "turn").Output!;
        output["environment"]!.ToJsonString().Length.ShouldBeLessThan(8192);
        var names = output["environment"]!.AsArray().ToDictionary(entry => (string)entry!["Name"]!, entry => (string)entry!["Value"]!);
        names.ShouldNotContainKey("SLUICE_ENVIRONMENT");
        var handedOver = new ObjectRef("artifacts", $"shop/builds/{BuildsFixture.BuildId}/{names["SLUICE_ENVIRONMENT_OBJECT"]}");
        _fixture.Objects.Read<List<JobVariable>>(handedOver).ShouldBe([new JobVariable("A", secret)]);

        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);
        (await _fixture.Objects.ExistsAsync(handedOver, Cancellation)).ShouldBeFalse();
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
