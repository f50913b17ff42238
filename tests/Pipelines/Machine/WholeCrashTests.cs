using Sluice.Local.StateMachines;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Machine;

/// <summary>The caller dies before and after every write and every call, in a pipeline that forks, joins, judges a condition, and rolls back what fails.</summary>
public sealed class WholeCrashTests
{
    private static PipelineText Text() => PipelineText.Begin()
        .Stage("Build", PipelineText.Build("Compile", outputs: "Package", @namespace: "build"), PipelineText.Build("Lint"))
        .Stage("East", PipelineText.Build("E")).On("needs", """["Build"]""")
        .Stage("West", PipelineText.Build("W")).On("needs", """["Build"]""").On("beforeEntry", """{"conditions":[{"result":"FAIL","rules":[{"name":"Tagged","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"VariableCheck","version":"1"},"configuration":{"Variable":"#{build.TAG}","Value":"v1","Operator":"EQ"}}]}]}""")
        .Stage("Deploy", PipelineText.Action("Shift", "Deploy/AWS/Lambda", inputs: "Package")).On("needs", """["East","West"]""").On("onFailure", """{"result":"ROLLBACK"}""");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_run_and_one_rollback_wherever_a_Lambda_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            using var host = new MachineHost();
            died = host.Time.Run(async () =>
            {
                await host.Suite.KeepAsync(Text());
                var good = await StartAsync(host, 1);
                await EndAsync(host);
                (host.Crashes.At, host.Crashes.After) = (host.Crashes.Calls + at, after);
                host.Act = request => Task.FromResult<ActionResult?>(request.StageName == "Deploy" && request.PipelineExecutionId != good && !IsRollback(host) ? ActionResult.Failed("d-1", "alarm") : Success(request));
                var bad = await Again(() => StartAsync(host, 2));
                await EndAsync(host);

                var runs = (await host.Suite.Get<PipelineRunStore>().ListAsync("app", null, 100, CancellationToken.None)).Runs;
                runs.Select(run => (run.Type, run.Status)).ShouldBe(
                [
                    (ExecutionType.ROLLBACK, PipelineExecutionStatus.Succeeded), (ExecutionType.STANDARD, PipelineExecutionStatus.Failed), (ExecutionType.STANDARD, PipelineExecutionStatus.Succeeded),
                ]);
                runs[1].PipelineExecutionId.ShouldBe(bad);
                runs[0].Rollback!.Target.ShouldBe(good);
                runs[1].Stages.SelectMany(stage => stage.Actions).Select(action => action.ActionName).Order().ShouldBe(["Checkout", "Compile", "E", "Lint", "Shift", "W"]);
                var locks = await host.Suite.Get<StageLocks>().AllAsync("app", CancellationToken.None);
                locks.Values.ShouldAllBe(stage => stage.Value.Holder == null && stage.Value.Queue.Count == 0);
                return host.Crashes.Happened;
            });
        }
    }

    private static bool IsRollback(MachineHost host) => host.Suite.Get<PipelineRunStore>().ListAsync("app", null, 1, CancellationToken.None).GetAwaiter().GetResult().Runs[0].Type == ExecutionType.ROLLBACK;

    private static ActionResult Success(ActionRequest request) => MachineHost.Success(request) with { OutputVariables = request.ActionName == "Compile" ? new Dictionary<string, string> { ["TAG"] = "v1" } : null };

    private static async Task<string> StartAsync(MachineHost host, int commit)
    {
        host.Act ??= request => Task.FromResult<ActionResult?>(Success(request));
        host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        return await host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app", $"commit-{commit}"));
    }

    /// <summary>The outbox brings what is asked for, twice.</summary>
    private static async Task EndAsync(MachineHost host)
    {
        for (var round = 0; round < 12; round++)
        {
            await host.DeliverAsync(times: 2);
            await Task.Delay(TimeSpan.FromMinutes(10), host.Time);
        }
    }

    private static async Task<T> Again<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (ProcessKilledException)
        {
            return await call();
        }
    }
}
