using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Stages;

public sealed class ActionGroupTests : IAsyncLifetime, IDisposable
{
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.Groups("app"));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private async Task<Run> InBuildAsync()
    {
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        await run.GoOnAsync();
        return run;
    }

    [Fact]
    public async Task Actions_of_one_runOrder_run_together_and_higher_ones_later()
    {
        var run = await InBuildAsync();

        run.Answer!.Actions.Select(action => action.ActionName).ShouldBe(["Compile", "Lint"]);
        (await run.GoOnAsync())!.Actions.Select(action => action.ActionName).ShouldBe(["Verify"]);
        (await run.GoOnAsync())!.Actions.Select(action => action.ActionName).ShouldBe(["Shift"]);
    }

    [Fact]
    public async Task One_failed_action_fails_the_stage_and_the_others_keep_their_results()
    {
        var run = await InBuildAsync();

        await run.AskAsync(run.Answer!.Step, Run.Success(run.Answer.Actions[0]), new ActionReport { Error = new("States.TaskFailed", """{"errorType":"X","errorMessage":"no linter"}""") });

        var view = await run.ViewAsync();
        view.Status.ShouldBe(PipelineExecutionStatus.Failed);
        view.Message.ShouldBe("Build/Lint: States.TaskFailed: no linter");
        view.Stages[1].Actions.Select(action => action.Status).ShouldBe([ActionExecutionStatus.Succeeded, ActionExecutionStatus.Failed]);
    }

    [Fact]
    public async Task A_missing_output_artifact_is_a_failure()
    {
        var run = await InBuildAsync();

        await run.AskAsync(run.Answer!.Step, new ActionReport { Status = "Succeeded" }, new ActionReport { Status = "Succeeded" });

        (await run.ViewAsync()).Message.ShouldBe("Build/Compile: The action succeeded, but did not make its output artifacts: Package.");
    }

    [Theory]
    [InlineData("Perhaps", null, "The action ended as Perhaps and did not say why.")]
    [InlineData("Succeeded", "Vanished", "The action succeeded, and told of an end that is not known here: Vanished.")]
    [InlineData("Succeeded", "1", "The action succeeded, and told of an end that is not known here: 1.")]
    public async Task A_word_that_is_not_known_is_a_failure(string status, string? outcome, string fault)
    {
        var run = await InBuildAsync();
        var success = Run.Success(run.Answer!.Actions[0]);

        await run.AskAsync(run.Answer.Step, success with { Status = status, Outcome = outcome }, Run.Success(run.Answer.Actions[1]));

        var view = await run.ViewAsync();
        view.Message.ShouldEndWith(fault);
        view.Stages[1].Actions[0].Outcome.ShouldBeNull();
    }

    [Fact]
    public async Task Missing_results_are_failures()
    {
        var run = await InBuildAsync();

        await run.AskAsync(run.Answer!.Step, Run.Success(run.Answer.Actions[0]));

        (await run.ViewAsync()).Message.ShouldBe("Build/Lint: The action gave no result.");
    }

    [Fact]
    public async Task Writes_the_events_of_the_original_with_the_state()
    {
        var run = await InBuildAsync();
        await run.FailAsync("broken");

        var events = (await _suite.EventsAsync()).Where(written => written.Source == "sluice.codepipeline").OrderBy(written => written.Sequence).ToList();
        events.Select(Line).ShouldBe(
        [
            "Pipeline STARTED",
            "Stage Source STARTED", "Action Source/Checkout STARTED",
            "Action Source/Checkout SUCCEEDED", "Stage Source SUCCEEDED",
            "Stage Build STARTED", "Action Build/Compile STARTED", "Action Build/Lint STARTED",
            "Action Build/Compile FAILED", "Action Build/Lint FAILED", "Stage Build FAILED",
            "Pipeline FAILED",
        ]);
        events.Select(written => written.Sequence).ShouldBe(Enumerable.Range(1, 12).Select(i => (long)i));
        events[0].Detail["execution-trigger"]!["trigger-type"]!.ToString().ShouldBe("StartPipelineExecution");
        events[8].Detail["execution-result"]!["external-execution-summary"]!.ToString().ShouldBe("broken");
        events[6].Detail["type"]!["provider"]!.ToString().ShouldBe("CodeBuild");
        events[6].Detail["input-artifacts"]![0]!["s3location"]!["bucket"]!.ToString().ShouldBe("sluice-artifacts");
    }

    private static string Line(Platform.Events.SuiteEvent written)
    {
        var kind = written.DetailType.Split(' ')[1];
        var place = string.Join('/', new[] { written.Detail["stage"]?.ToString(), written.Detail["action"]?.ToString() }.OfType<string>());
        return string.Join(' ', new[] { kind, place, written.Detail["state"]!.ToString() }.Where(part => part.Length > 0));
    }
}
