using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private static IEnumerable<EcsScenario> Baking() =>
    [
        Baked("alarms are watched on after all traffic, and then the original is ended") with
        {
            Meanwhile = _ => Task.CompletedTask,
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Decided} SetPrimary {Seen} {OriginalEnded} {Decided} Ended",
        },
        Baked("an alarm that fires after all traffic gives it back while the original is there"),
        Baked("a stop after all traffic gives it back while the original is there") with
        {
            Meanwhile = world => world.AtAsync(100, world.StopAsync),
            Says = "stopped by a request",
        },
    ];

    private static EcsScenario Baked(string name) => new(name)
    {
        Release = new EcsRelease { Strategy = "AllAtOnce", Alarms = ["errors"], FinalBakeSeconds = 600 },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Meanwhile = world => world.AtAsync(100, async () =>
        {
            (await world.RecordAsync()).ShownStatus().ShouldBe(DeploymentStatus.Baking);
            world.Ecs.Sets.ShouldBe("original PRIMARY, 1 ACTIVE");
            await world.AlarmAsync("errors");
        }),
        Outcome = DeploymentOutcome.RolledBack,
        Says = "alarm 'errors' is in ALARM",
        Path = $"{Installed} {Decided} {Set} {GivenBack} {Removed}",
    };
}
