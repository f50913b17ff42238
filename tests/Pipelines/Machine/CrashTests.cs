using Sluice.Local.StateMachines.Running;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Recovery;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Machine;

/// <summary>The caller dies before and after every single write to the table and call to Step Functions; whoever called it calls again.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_run_ends_the_same_wherever_a_Lambda_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            died = Attempt(at, after, async host =>
            {
                var (first, second, third) = (await StartAsync(host, 1), await StartAsync(host, 2), await StartAsync(host, 3));
                await EndAsync(host);

                (await StatusAsync(host, first)).ShouldBe(PipelineExecutionStatus.Succeeded);
                (await StatusAsync(host, second)).ShouldBe(PipelineExecutionStatus.Superseded);
                (await StatusAsync(host, third)).ShouldBe(PipelineExecutionStatus.Succeeded);
                await NothingIsLockedAsync(host);
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_commit_is_released_once_wherever_the_poller_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            using var host = new MachineHost();
            died = host.Time.Run(async () =>
            {
                await CreateAsync(host);
                host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
                Arm(host, at, after);
                for (var poll = 0; poll < 3; poll++)
                {
                    await Again(() => host.Suite.Get<PollSources>().PollAsync(new PollRequest()));
                    await host.DeliverAsync(times: 2);
                }

                await EndAsync(host);
                var runs = (await host.Suite.Get<ExecutionViews>().ListAsync("app")).Executions;
                runs.Single().Status.ShouldBe(PipelineExecutionStatus.Succeeded);
                runs.Single().Trigger.TriggerType.ShouldBe(TriggerType.CreatePipeline);
                return host.Crashes.Happened;
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_client_token_is_one_run_wherever_the_start_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            using var host = new MachineHost();
            died = host.Time.Run(async () =>
            {
                await CreateAsync(host);
                host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
                Arm(host, at, after);
                var id = await Again(() => host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app", "token-1")));
                (await host.Suite.Get<ExecutionViews>().ListAsync("app")).Executions.Single().PipelineExecutionId.ShouldBe(id);
                return host.Crashes.Happened;
            });
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_recovery_frees_the_stages_wherever_it_dies(bool after)
    {
        var died = true;
        for (var at = 1; died; at++)
        {
            using var host = new MachineHost();
            died = host.Time.Run(async () =>
            {
                await CreateAsync(host);
                var first = await StartAsync(host, 1);
                var second = await StartAsync(host, 2);
                await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
                var running = host.Changes.Single(change => change.Name == $"{first}-1");
                host.Engine.Stop(running.ExecutionArn, "Gone", "");
                await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
                Arm(host, at, after);
                var change = MachineHost.EventOf(host.Changes.Single(seen => seen.Status == ExecutionStatus.Aborted));
                await Again(async () =>
                {
                    await host.Suite.Get<RecoverRun>().RecoverAsync(change);
                    return true;
                });

                await EndAsync(host);
                (await StatusAsync(host, first)).ShouldBe(PipelineExecutionStatus.Failed);
                (await StatusAsync(host, second)).ShouldBe(PipelineExecutionStatus.Succeeded);
                await NothingIsLockedAsync(host);
                return host.Crashes.Happened;
            });
        }
    }

    private static bool Attempt(int at, bool after, Func<MachineHost, Task> scenario)
    {
        using var host = new MachineHost();
        return host.Time.Run(async () =>
        {
            await CreateAsync(host);
            // The starts are another test's: here the Lambdas of the machine die.
            host.ArmOnLambda = () => Arm(host, at, after);
            await scenario(host);
            return host.Crashes.Happened;
        });
    }

    private static void Arm(MachineHost host, int at, bool after)
    {
        host.Crashes.At = host.Crashes.Calls + at;
        host.Crashes.After = after;
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

    private static Task CreateAsync(MachineHost host) => host.Suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    private static async Task<string> StartAsync(MachineHost host, int commit)
    {
        host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        var id = await Again(() => host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app", $"commit-{commit}")));
        await host.DeliverAsync();
        await Task.Delay(TimeSpan.FromSeconds(10), host.Time);
        return id;
    }

    private static Task EndAsync(MachineHost host) => Task.Delay(TimeSpan.FromHours(2), host.Time);

    private static async Task<PipelineExecutionStatus> StatusAsync(MachineHost host, string id) =>
        (await Again(() => host.Suite.Get<ExecutionViews>().GetAsync("app", id))).Status;

    private static Task NothingIsLockedAsync(MachineHost host) => Again(async () =>
    {
        var locks = await host.Suite.Get<StageLocks>().AllAsync("app", CancellationToken.None);
        locks.Values.ShouldAllBe(stage => stage.Value.Holder == null && stage.Value.Queue.Count == 0);
        return true;
    });
}
