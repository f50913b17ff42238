using Sluice.BuildContract;
using Sluice.Builds.Ending;
using Sluice.Builds.Model;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Starting;

public sealed class StartBuildTests : IDisposable
{
    private readonly BuildsFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_the_build_with_the_request_to_run_it_and_its_event()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);

        var build = await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation);
        build.FullId().ShouldBe($"shop:{BuildsFixture.BuildId}");
        build.Number.ShouldBe(1);
        build.Settings.Inputs!.Primary.Version.ShouldBe(new string('c', 40));
        build.Initiator.ShouldBe("codepipeline/shop");
        (await _fixture.EventsAsync($"start-build-{BuildsFixture.BuildId}-1")).ShouldHaveSingleItem();
        var told = (await _fixture.EventsAsync($"build-{BuildsFixture.BuildId}-IN_PROGRESS")).ShouldHaveSingleItem();
        told.Attributes["detailType"]!.GetValue<string>().ShouldBe("CodeBuild Build State Change");
        told.Attributes.ToJsonString().ShouldNotContain("parent");
        _fixture.Machines.Completed.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_action_execution_is_one_build_however_often_it_is_asked_for()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        await _fixture.Start.RunAsync(BuildsFixture.Request("newer"), Cancellation);
        await _fixture.Start.RunAsync(BuildsFixture.Request(action: "action-2"), Cancellation);

        (await _fixture.Store.GetAsync(BuildsFixture.BuildId, Cancellation)).Action!.Token.ShouldBe("newer");
        (await _fixture.Store.NextNumberAsync("shop", Cancellation)).ShouldBe(3);
    }

    [Fact]
    public async Task A_call_that_repeats_after_the_end_is_answered_at_once()
    {
        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);
        _fixture.PutResult(BuildStatus.Succeeded);
        await _fixture.End.RunAsync(new EndOfBuild(BuildsFixture.BuildId, new CaughtError()), Cancellation);

        await _fixture.Start.RunAsync(BuildsFixture.Request("late"), Cancellation);

        _fixture.Machines.Result("late").Status.ShouldBe(ActionStatus.Succeeded);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_request_is_the_actions_result_and_leaves_no_record()
    {
        var request = BuildsFixture.Request(configuration:
            [("ProjectName", "-"), ("BatchEnabled", "yes"), ("CombineArtifacts", "true"), ("Projekt", "x"), ("EnvironmentVariables", """[{"name":"A","value":"b","type":"SECRET"},{"nme":"C"},{"name":"CODEBUILD_SRC_DIR","value":"/"}]""")])
            with { OutputArtifacts = ["A", "B"], InputArtifacts = new Dictionary<string, ObjectRef>(), Commands = new ActionCommands([], [new ActionVariable("CODEBUILD_X", "1", "SECRET")], [], new Dictionary<string, IReadOnlyList<string>>()) };

        await _fixture.Start.RunAsync(request, Cancellation);

        var result = _fixture.Machines.Result("parent");
        result.Status.ShouldBe(ActionStatus.Failed);
        foreach (var fault in new[] { "configuration.ProjectName", "configuration.BatchEnabled: true or false was expected, not 'yes'", "configuration.CombineArtifacts: is for batches", "environmentVariables[0].name: 'CODEBUILD_X' cannot be set", "environmentVariables[0].type: one of", "expected one for combined artifacts", "configuration.Projekt", "SECRET", "did you mean 'name'", "'CODEBUILD_SRC_DIR' cannot be set: names that begin with CODEBUILD_ are reserved", "there are none" })
        {
            result.Message!.ShouldContain(fault);
        }

        (await _fixture.Store.FindAsync(BuildsFixture.BuildId, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_source_artifact_that_is_gone_fails_the_action()
    {
        await _fixture.Objects.DeleteAsync(BuildsFixture.Source, Cancellation);

        await _fixture.Start.RunAsync(BuildsFixture.Request(), Cancellation);

        _fixture.Machines.Result("parent").Message!.ShouldContain("There is no object");
    }

    public void Dispose() => _fixture.Dispose();
}
