using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    // What follows on a wait that was ended by hand.
    private const string Continued = Step;

    private static Scenario Pause(string name) => new(name)
    {
        Release = new Release { Strategy = "Steps.10@pause", Alarms = "errors" },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Outcome = DeploymentOutcome.RolledBack,
        Alias = "1",
        Says = "",
        Path = $"{Begun} {Restored} Ended",
    };

    private static IEnumerable<Scenario> Pausing() =>
    [
        Pause("a pause lasts until it is continued") with
        {
            Meanwhile = world => world.AtAsync(100_000, world.ContinueAsync),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Continued} {Succeeded}",
        },
        Pause("a pause that is continued twice goes on once") with
        {
            Release = new Release { Strategy = "Steps.10@pause,20@pause" },
            Meanwhile = world => world.AtAsync(10, async () =>
            {
                await Task.WhenAll(world.ContinueAsync(), world.ContinueAsync());
                await world.DelayAsync(10);
                await world.ContinueAsync();
            }),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Continued} {Continued} {Succeeded}",
        },
        Pause("a pause that nobody continues is given back after fifty hours") with
        {
            Says = "the pause at 10 % was not ended by ContinueDeployment within 50 hours",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        Pause("an alarm in a pause rolls back") with
        {
            Meanwhile = world => world.AtAsync(7, () => world.AlarmAsync("errors")),
            Says = "alarm 'errors' is in ALARM",
        },
        Pause("a stop in a pause rolls back") with
        {
            Meanwhile = world => world.AtAsync(7, world.StopAsync),
            Says = "stopped by a request",
        },
        Pause("an alarm that fired unnoticed in a pause is seen when it is continued") with
        {
            Meanwhile = world => world.AtAsync(7, () =>
            {
                world.CloudWatch.Metric["errors"] = "ALARM";
                return world.ContinueAsync();
            }),
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        Pause("a stop after a pause was continued rolls back") with
        {
            Meanwhile = world => world.AtAsync(7, async () =>
            {
                await world.StopAsync();
                await Happenings.RefusedAsync<Platform.Protocol.ApiException>(world.ContinueAsync);
            }),
            Says = "stopped by a request",
        },
    ];
}
