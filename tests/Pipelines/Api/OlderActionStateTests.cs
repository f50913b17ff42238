using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Api;

/// <summary>An action is shown as the last run left it that came to it, however many failed before it since.</summary>
public sealed class OlderActionStateTests : IDisposable
{
    private readonly MachineHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void An_action_that_the_last_runs_did_not_come_to_is_shown_as_an_older_one_left_it() => _host.Time.Run(async () =>
    {
        await _host.Suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile"), PipelineText.Build("Verify", runOrder: 2)));
        var good = await RunAsync(1);
        _host.Act = request => Task.FromResult<ActionResult?>(ActionResult.Failed("b-1", "exit 1"));
        var bad = "";
        for (var commit = 2; commit <= 5; commit++)
        {
            bad = await RunAsync(commit);
        }

        var stage = (await _host.Suite.Get<PipelineStates>().OfAsync("app", CancellationToken.None)).StageStates![1];

        stage.LatestExecution!.PipelineExecutionId.ShouldBe(bad);
        var verified = (await _host.Suite.RunAsync(good)).FindStage("Build")!.Actions.Single(action => action.ActionName == "Verify");
        stage.ActionStates!.Select(action => (action.ActionName, action.LatestExecution?.Status)).ShouldBe([("Compile", ActionExecutionStatus.Failed), ("Verify", ActionExecutionStatus.Succeeded)]);
        stage.ActionStates![1].LatestExecution!.ActionExecutionId.ShouldBe(verified.ActionExecutionId);
    });

    private async Task<string> RunAsync(int commit)
    {
        _host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        var id = await _host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));
        await Task.WhenAll((await _host.DeliverAsync()).Select(execution => execution.Completion));
        return id;
    }
}
