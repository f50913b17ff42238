using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Tests.Recovery;

public sealed class RecoverRunTests : IAsyncLifetime, IDisposable
{
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private Task RecoverAsync(string status, string? input) => _suite.Get<RecoverRun>()
        .RecoverAsync(new ExecutionEndEvent(new ExecutionEnd("one", status, input, "States.Runtime", "bad path")), TestContext.Current.CancellationToken);

    private static string Input(Run run) => $$"""{"pipelineName":"app","pipelineExecutionId":"{{run.Id}}"}""";

    [Theory]
    [InlineData("FAILED")]
    [InlineData("TIMED_OUT")]
    [InlineData("ABORTED")]
    public async Task A_run_whose_machine_is_gone_fails_and_says_so(string status)
    {
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();

        await RecoverAsync(status, Input(run));

        var view = await run.ViewAsync();
        view.Status.ShouldBe(PipelineExecutionStatus.Failed);
        view.Message.ShouldBe($"The pipeline's state machine ended {status}. States.Runtime: bad path");
        (await run.AskAsync())!.Next.ShouldBe(NextStageBranch.Ended);
    }

    [Fact]
    public async Task A_run_at_the_door_leaves_it()
    {
        var first = await Run.StartAsync(_suite, 1);
        await first.AskAsync();
        var second = await Run.StartAsync(_suite, 2);
        await second.AskAsync();

        await RecoverAsync("ABORTED", Input(second));
        await first.GoOnAsync();

        (await second.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Failed);
        (await (await Run.StartAsync(_suite, 3)).AskAsync())!.Next.ShouldBe(NextStageBranch.Actions);
    }

    [Fact]
    public async Task What_has_ended_or_goes_on_or_is_no_run_is_left_as_it_is()
    {
        var run = await Run.StartAsync(_suite, 1);
        await run.AskAsync();
        await RecoverAsync("SUCCEEDED", Input(run));
        await RecoverAsync("FAILED", """{"buildId":"b"}""");
        await RecoverAsync("FAILED", "[1]");
        await RecoverAsync("FAILED", null);
        (await run.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.InProgress);
        await run.FailAsync("its own reason");

        await RecoverAsync("FAILED", Input(run));

        (await run.ViewAsync()).Message!.ShouldContain("its own reason");
    }
}
