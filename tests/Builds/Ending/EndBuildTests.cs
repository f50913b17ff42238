using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Builds.Running;
using Sluice.Platform.Actions;
using Sluice.Platform.Json;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Ending;

public sealed class EndBuildTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_that_succeeded_hands_on_its_manifest()
    {
        await BeginAsync();
        _fixture.PutResult(BuildStatus.Succeeded);

        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        var result = _fixture.Machines.Result("parent");
        result.Status.ShouldBe(ActionStatus.Succeeded);
        result.ExternalExecutionId.ShouldBe($"shop:{BuildsFixture.BuildId}");
        result.OutputArtifacts.ShouldBe(new Dictionary<string, ObjectRef> { ["Package"] = new("artifacts", "m.json") });
        result.OutputVariables.ShouldBe(new Dictionary<string, string> { ["V"] = "1" });
        var build = await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation);
        BuildPhases.Ended(build).Select(phase => phase.PhaseType.WireName()).ShouldBe(["SUBMITTED", "QUEUED", "PROVISIONING", "DOWNLOAD_SOURCE"]);
        build.ExportedVariables!["V"].ShouldBe("1");
    }

    [Theory]
    [InlineData(BuildStatus.Failed, null, null, BuildStatus.Failed, "the tests failed")]
    [InlineData(BuildStatus.Fault, "States.TaskFailed", "exit 1", BuildStatus.Fault, "the tests failed")]
    [InlineData(BuildStatus.Stopped, null, null, BuildStatus.Fault, "shut down while")]
    [InlineData(BuildStatus.InProgress, null, null, BuildStatus.Fault, "no build ends in")]
    [InlineData(BuildStatus.TimedOut, null, null, BuildStatus.TimedOut, "the tests failed")]
    [InlineData(null, "States.Timeout", null, BuildStatus.TimedOut, "has not answered in time")]
    [InlineData(null, "States.TaskFailed", "no capacity", BuildStatus.Fault, "States.TaskFailed: no capacity")]
    [InlineData(null, null, null, BuildStatus.Fault, "without a result")]
    [InlineData(null, "WorkerLost", "It has been silent for 300 seconds.", BuildStatus.Fault, "The build is taken for lost. It has been silent for 300 seconds.")]
    [InlineData(null, "NoComputeException", "set UseCodeBuild=true", BuildStatus.Failed, "set UseCodeBuild=true")]
    [InlineData(null, "NoComputeException", """{"errorType":"NoComputeException","errorMessage":"set UseCodeBuild=true"}""", BuildStatus.Failed, "set UseCodeBuild=true")]
    public async Task A_build_that_did_not_succeed_says_why_and_hands_on_nothing(BuildStatus? written, string? error, string? cause, BuildStatus status, string message)
    {
        await BeginAsync();
        if (written is { } told)
        {
            _fixture.PutResult(told, "the tests failed");
        }

        (await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError(error, cause)), Cancellation)).Status.ShouldBe(status);

        var result = _fixture.Machines.Result("parent");
        result.Status.ShouldBe(ActionStatus.Failed);
        result.Message!.ShouldContain(message);
        result.OutputArtifacts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_build_whose_commit_could_not_be_fetched_says_that_it_failed_for_its_source()
    {
        await BeginAsync();
        var now = _fixture.Time.GetUtcNow();
        var phase = PhaseRecord.Between(PhaseType.DownloadSource, BuildStatus.Failed, now, now, new PhaseFault("DOWNLOAD_SOURCE_ERROR", "HTTP 500"));
        _fixture.Objects.Put(
            new ObjectRef("artifacts", $"shop/builds/{BuildsFixture.BuildId}/result.json"),
            new BuildResult(BuildStatus.Failed, [phase], null, new Dictionary<string, string>(), "HTTP 500"));

        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        _fixture.Machines.Result("parent").ErrorCode.ShouldBe("SourceUnavailable");
    }

    [Fact]
    public async Task A_build_that_waited_too_long_for_its_turn_says_so()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);

        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError("States.Timeout")), Cancellation);

        _fixture.Machines.Result("parent").Message!.ShouldContain("waited for its turn");
    }

    [Fact]
    public async Task A_damaged_result_is_a_fault()
    {
        await BeginAsync();
        _fixture.Objects[new ObjectRef("artifacts", $"shop/builds/{BuildsFixture.BuildId}/result.json")] = "{"u8.ToArray();

        (await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, null), Cancellation)).Status.ShouldBe(BuildStatus.Fault);
    }

    [Fact]
    public async Task Ending_twice_tells_the_same_and_writes_once()
    {
        await BeginAsync();
        _fixture.PutResult(BuildStatus.Succeeded);
        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);
        _fixture.PutResult(BuildStatus.Failed);
        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError("States.Timeout")), Cancellation);

        _fixture.Machines.Completed.Where(entry => entry.Token == "parent").Select(entry => entry.Output!["status"]!.GetValue<string>()).ShouldBe(["Succeeded", "Succeeded"]);
    }

    [Fact]
    public async Task The_event_has_the_originals_shape()
    {
        await BeginAsync();
        _fixture.PutResult(BuildStatus.Failed, "why");
        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        var detail = (await _fixture.EventsAsync($"build-{BuildsFixture.BuildId}-FAILED"))[0].Attributes["detail"]!;
        detail["build-status"]!.GetValue<string>().ShouldBe("FAILED");
        detail["project-name"]!.GetValue<string>().ShouldBe("shop");
        detail["build-id"]!.GetValue<string>().ShouldEndWith($":build/shop:{BuildsFixture.BuildId}");
        detail["additional-information"]!["build-complete"]!.GetValue<bool>().ShouldBeTrue();
        detail["additional-information"]!["phases"]!.AsArray().Count.ShouldBe(4);
        detail["additional-information"]!["build-start-time"]!.GetValue<string>().ShouldMatch("^[A-Z][a-z]{2} \\d{1,2}, \\d{4} \\d{1,2}:\\d\\d:\\d\\d [AP]M$");
    }

    [Theory]
    [InlineData("ABORTED", BuildStatus.Fault)]
    [InlineData("FAILED", BuildStatus.Fault)]
    [InlineData("SUCCEEDED", BuildStatus.InProgress)]
    public async Task An_execution_that_died_leaves_no_build_in_progress(string execution, BuildStatus status)
    {
        await BeginAsync();

        await _fixture.Recover.RunAsync(Ended(execution, $$"""{"buildId":"{{BuildsFixture.BuildId}}"}"""), Cancellation);
        await _fixture.Recover.RunAsync(Ended(execution, """{"buildId":"something"}"""), Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task An_execution_that_is_no_builds_is_left_alone()
    {
        foreach (var input in new[] { null, "{}", "[]", "no document", """{"buildId":1}""", """{"deploymentId":"d-1"}""" })
        {
            await _fixture.Recover.RunAsync(Ended("FAILED", input), Cancellation);
        }

        await _fixture.Recover.RunAsync(new ExecutionEndEvent(null), Cancellation);
        _fixture.Machines.Completed.ShouldBeEmpty();
    }

    public void Dispose() => _fixture.Dispose();

    private static ExecutionEndEvent Ended(string status, string? input) => new(new ExecutionEnd("one-1", status, input));

    private async Task BeginAsync()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Begin.RunAsync(new BuildRequest(BuildsFixture.BuildId, "turn"), Cancellation);
    }
}
