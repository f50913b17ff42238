using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Strategies;

namespace Sluice.Deployments.Tests.World;

/// <summary>What a test asks to be deployed to the service.</summary>
internal sealed record EcsRelease
{
    public string Strategy { get; init; } = "Steps.10@5s";

    public IReadOnlyList<string> Hooks { get; init; } = [];

    public IReadOnlyList<string> Alarms { get; init; } = [];

    public bool HasTest { get; init; }

    /// <summary>Whether its task definition is made by it.</summary>
    public bool Registers { get; init; }

    public RollbackPolicy Rollback { get; init; } = RollbackPolicy.Always;

    public int FinalBakeSeconds { get; init; }

    public AnalysisPlan? Analysis { get; init; }

    public EcsWaits Waits { get; init; } = new(null, true, 0, 60);

    public DeploymentPlan Plan()
    {
        var faults = new List<string>();
        var steps = DeployStrategy.Read(Strategy, faults);
        faults.ShouldBeEmpty();
        return new DeploymentPlan([.. Hooks.Select(name => new HookPlan(name, $"hook-{name}", 20))], steps, new AlarmPolicy(Alarms) { FinalBakeSeconds = FinalBakeSeconds }, Rollback)
        {
            Analysis = Analysis,
            Target = new EcsPlan(
                "shop", "web", TaskSet(), ["blue", "green"],
                FakeLoadBalancer.Production, HasTest ? FakeLoadBalancer.Test : null, Waits),
        };
    }

    private TaskSetPlan TaskSet() => new(Registers ? NewTaskDefinition.Unregistered : "web:2", "web", 80, null, null, null)
    {
        Registration = Registers ? new NewTaskDefinition(new JsonObject { ["Family"] = "web" }, "") : null,
    };
}
