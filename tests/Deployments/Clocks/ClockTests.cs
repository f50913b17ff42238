using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.Protocol;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Clocks;

/// <summary>The clock is set in each wait of each way that a deployment can go: it goes exactly the same way, and takes as long.</summary>
public sealed class ClockTests
{
    // Of a deployment with hundreds of steps the first wait tells as much as all.
    private const int MostWaits = 20;

    public static TheoryData<string> Functions => [.. Scenarios.All.Select(scenario => scenario.Name)];

    public static TheoryData<string> Services => [.. EcsScenarios.All.Select(scenario => scenario.Name)];

    public static TheoryData<int> Moves => [-3600, 24 * 3600];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_deployment_of_a_function_goes_its_way_wherever_the_clock_is_set(string name) => Holds(Scenarios.All.Single(scenario => scenario.Name == name).Run);

    [Theory]
    [MemberData(nameof(Services))]
    public void A_deployment_to_ECS_goes_its_way_wherever_the_clock_is_set(string name) => Holds(EcsScenarios.All.Single(scenario => scenario.Name == name).Run);

    [Theory]
    [InlineData(-3600)]
    [InlineData(-20)]
    [InlineData(20 * 60)]
    [InlineData(24 * 3600)]
    public void The_minutes_that_are_judged_are_the_last_ones_before_the_judgement(int seconds)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == "a judged canary");
        using var world = scenario.Run(world => new ClockMoves(world, wait: 0, TimeSpan.FromSeconds(seconds)).Begin());

        var record = world.Time.Run(world.RecordAsync);
        var verdict = record.Verdicts[0];
        var since = verdict.Time - verdict.Window.End - TimeSpan.FromSeconds(record.Plan.Analysis!.SettleSeconds);
        since.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(-2));
        since.ShouldBeLessThan(TimeSpan.FromSeconds(verdict.Window.PeriodSeconds + 1));
    }

    private static void Holds(Func<Action<DeploymentWorld>, DeploymentWorld> run)
    {
        var undisturbed = Run(run, wait: -1, TimeSpan.Zero);
        foreach (var seconds in Moves.Select(row => row.Data))
        {
            for (var wait = 0; wait < (undisturbed.Waits > MostWaits ? 1 : undisturbed.Waits); wait++)
            {
                var moved = Run(run, wait, TimeSpan.FromSeconds(seconds));
                moved.End.ShouldBe(undisturbed.End, $"clock set by {seconds} s in wait {wait}");

                // An execution that takes over on the way back has not waited itself, and only the clock can tell it how long the one before has watched a step.
                if (!undisturbed.IsTakenOver)
                {
                    moved.Path.ShouldBe(undisturbed.Path, $"clock set by {seconds} s in wait {wait}");
                    moved.Lasts.ShouldBe(undisturbed.Lasts, $"clock set by {seconds} s in wait {wait}");
                }
            }
        }
    }

    private static Way Run(Func<Action<DeploymentWorld>, DeploymentWorld> run, int wait, TimeSpan by)
    {
        ClockMoves? moves = null;
        using var world = run(world => (moves = new ClockMoves(world, wait, by)).Begin());
        var record = world.Time.Run(world.RecordAsync);
        var path = string.Join(' ', world.Executions.SelectMany(execution => execution.Path));
        return new Way(moves!.Waits, $"{record.Outcome}: {record.Message}", path, world.Time.GetElapsedTime(0), world.Executions.Count > 1);
    }

    private sealed record Way(int Waits, string End, string Path, TimeSpan Lasts, bool IsTakenOver);
}
