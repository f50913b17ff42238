using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>The engine's process is killed at each of its journal's writes, and another goes on with the journal.</summary>
public sealed class CrashTests
{
    private static readonly string[] _names =
        ["a canary with its own alarm", "a judged canary", "a step that cannot be judged at first is extended", "hooks before and after that succeed", "a stop in the bake rolls back", "a first deployment whose last hook fails removes its alias"];

    public static TheoryData<string, bool> Cases => [.. _names.SelectMany(name => new[] { (name, false), (name, true) })];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_killed_process_is_gone_on_with(string name, bool writesFirst)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);
        using var undisturbed = scenario.Run();
        for (var n = 0; n < undisturbed.Journal.Appends; n++)
        {
            using var world = Crashed(scenario, n, writesFirst);

            var record = world.Time.Run(world.RecordAsync);
            world.ShouldHaveEnded(record.Outcome.ShouldNotBeNull($"killed at write {n}"));
            record.Outcome.ShouldBe(scenario.Outcome, $"killed at write {n}: {record.Message}");
        }
    }

    private static DeploymentWorld Crashed(Scenario scenario, int at, bool writesFirst)
    {
        var world = new DeploymentWorld();
        var moments = new Moments(world.Cloud);
        world.Lambda.Add("fn");
        scenario.Arrange(world, moments);
        (world.Journal.CrashAt, world.Journal.WritesFirst) = (at, writesFirst);
        world.Time.Run(async () =>
        {
            await world.StartAsync(scenario.Release.Manifest(world.Objects), scenario.Release.Configuration());
            var meanwhile = scenario.Meanwhile(world);
            await Record.ExceptionAsync(() => world.Executions[0].Completion);
            await GoOnAsync(world);
            await Record.ExceptionAsync(() => meanwhile);
            await world.CompleteAsync();
        });
        return world;
    }

    private static async Task GoOnAsync(DeploymentWorld world)
    {
        if (!world.Journal.IsDead)
        {
            return;
        }

        world.Journal.Revive();
        world.WasCalledAgain = true;
        world.Machines.Engine = world.NewEngine(world.Journal);
        var resumed = await world.Machines.Engine.ResumeAllAsync();
        world.Executions.Clear();
        world.Executions.AddRange(resumed);
    }
}
