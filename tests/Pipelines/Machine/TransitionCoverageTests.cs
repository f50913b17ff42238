using System.Text.Json.Nodes;
using Sluice.Local.StateMachines;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Machine;

public sealed class TransitionCoverageTests
{
    [Fact]
    public void Every_transition_of_the_machine_is_walked_and_no_other()
    {
        var machine = JsonNode.Parse(SuiteMachines.Text("pipeline"))!;
        var taken = new HashSet<(string, string)>();
        foreach (var failing in new[] { "", "Source", "Build", "Deploy" })
        {
            taken.UnionWith(Walk(host => FailAsync(host, failing)));
        }

        taken.UnionWith(Walk(WaitAsync));

        taken.ShouldBe(MachineEdges.Declared(machine).ToHashSet(), ignoreOrder: true);
    }

    private static HashSet<(string, string)> Walk(Func<MachineHost, Task<IReadOnlyList<Execution>>> scenario)
    {
        using var host = new MachineHost();
        return host.Time.Run(async () =>
        {
            await host.Suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());
            var executions = await scenario(host);
            await Task.WhenAll(executions.Select(execution => execution.Completion));
            return executions.SelectMany(execution => MachineEdges.Taken(execution.Path)).ToHashSet();
        });
    }

    private static async Task<IReadOnlyList<Execution>> FailAsync(MachineHost host, string stage)
    {
        host.Suite.Objects.Failure = stage == "Source" ? new InvalidOperationException("down") : null;
        host.Act = request => request.StageName == stage ? throw new InvalidOperationException("down") : Task.FromResult<ActionResult?>(MachineHost.Success(request));
        return await StartAsync(host, 1);
    }

    private static async Task<IReadOnlyList<Execution>> WaitAsync(MachineHost host)
    {
        var first = await StartAsync(host, 1);
        await Task.Delay(TimeSpan.FromSeconds(5), host.Time);
        return [.. first, .. await StartAsync(host, 2)];
    }

    private static async Task<IReadOnlyList<Execution>> StartAsync(MachineHost host, int commit)
    {
        host.Suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);
        await host.Suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));
        return await host.DeliverAsync();
    }
}
