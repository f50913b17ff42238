using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private const string Canary = $"{Installed} {Decided} {Set}";

    private static IEnumerable<EcsScenario> RollingBack() =>
    [
        new EcsScenario("a stop in the bake gives the traffic back and ends the replacement")
        {
            Meanwhile = world => world.AtAsync(2, world.StopAsync),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "shop/web sends 100 % to target group blue again: stopped by a request",
            Path = $"{Canary} {GivenBack} {Removed}",
        },
        new EcsScenario("an alarm that fires in the bake gives the traffic back")
        {
            Release = new EcsRelease { Alarms = ["errors"] },
            Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
            Meanwhile = world => world.AtAsync(2, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Canary} {GivenBack} {Removed}",
        },
        new EcsScenario("a stop while the replacement starts leaves all as it was")
        {
            Arrange = (world, _) => world.Ecs.Starts = TimeSpan.FromSeconds(100),
            Meanwhile = world => world.AtAsync(5, world.StopAsync),
            Outcome = DeploymentOutcome.Failed,
            Says = "no traffic was moved: stopped by a request",
            Path = $"{Installed} {Decided} {Seen} {Decided} {Seen} {GivenBack} {Removed}",
        },
        new EcsScenario("a bake that could not be parked is done again")
        {
            // The Lambda hangs for longer than the bake, and then finds another wait to be current.
            Arrange = (world, moments) => moments.Before("Bake", () => world.DelayAsync(20), nth: 3),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Canary} {Decided} ReadBack Bake {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a stop in the wait before termination gives all back")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) },
            Meanwhile = world => world.AtAsync(100, world.StopAsync),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "stopped by a request",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} Bake {GivenBack} RestorePrimary {Again} {Removed}",
        },
        new EcsScenario("a stop when the original is being ended comes too late")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, moments) => moments.Before("ScaleDown", () => Happenings.RefusedAsync<DeploymentAlreadyCompletedException>(world.StopAsync)),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a replacement that is never healthy fails by its own deadline and tells why")
        {
            Release = new EcsRelease { Waits = new EcsWaits(null, true, 0, 8) },
            Arrange = (world, _) => world.Ecs.Starts = TimeSpan.FromHours(2),
            Outcome = DeploymentOutcome.Failed,
            Says = "not steady and healthy within 8 s: 0 of 2 tasks run, 0 are starting, it is STABILIZING; "
                + "10.0.0.1:80 is unhealthy (Target.ResponseCodeMismatch: Health checks failed with these codes: [500])",
            Path = $"{Installed} {Decided} {Seen} {Decided} {Seen} {Decided} {Seen} {Decided} {Seen} {GivenBack} {Removed}",
        },
        new EcsScenario("a listener that someone else changes in the bake is left to them")
        {
            Meanwhile = world => world.AtAsync(2, () => world.MeddleAsync(FakeLoadBalancer.Production, 1, 1)),
            Outcome = DeploymentOutcome.Dirty,
            Says = "it sends 50 % to target group blue, 50 % to target group green, and this deployment set it to 90 % to target group blue, 10 % to target group green. It is left as it is.",
            Path = $"{Canary} ReadAlarms CheckTraffic NextStep {Look} Ended",
        },
        new EcsScenario("a listener that someone else changes while it is set is left to them")
        {
            Arrange = (world, moments) => moments.Before("ReadBack", () => world.MeddleAsync(FakeLoadBalancer.Production, 3, 1), nth: 2),
            Outcome = DeploymentOutcome.Dirty,
            Says = "it sends 75 % to target group blue",
            Path = $"{Installed} {Decided} {Set} {Look} Ended",
        },
        new EcsScenario("a test listener that someone else changes is left to them")
        {
            Release = new EcsRelease { HasTest = true },
            Meanwhile = world => world.AtAsync(2, () => world.MeddleAsync(FakeLoadBalancer.Test, 1, 1)),
            Outcome = DeploymentOutcome.Dirty,
            Says = "/test of shop/web: it sends 50 % to target group blue",
            Path = $"{Installed} {Decided} {Set} {Decided} {Set} ReadAlarms CheckTraffic NextStep {Look} RestoreTraffic {Again} Ended",
        },
        new EcsScenario("an aborted execution is followed by one that gives all back")
        {
            Meanwhile = world => world.AtAsync(2, world.AbortAsync),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "ended as ABORTED",
            Path = $"{Canary} ClaimTarget {GivenBack} {Removed}",
        },
        new EcsScenario("an aborted execution that was ending the original is followed by one that goes on with it")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.Ecs.Leaves = TimeSpan.FromSeconds(60),
            Meanwhile = world => world.AtAsync(2, world.AbortAsync),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} ScaleDown {Seen} {Decided} {Seen} {Planned} {Decided} {Seen} {Decided} {Seen} {Decided} {Seen} {Decided} {Seen} {Decided} {Seen} {Decided} DeleteTaskSet {Seen} {Decided} Ended",
        },
    ];

    private static Task MeddleAsync(this DeploymentWorld world, string listener, int blue, int green)
    {
        world.Balancer.Listeners[listener] = FakeLoadBalancer.Forward((FakeLoadBalancer.Group("blue"), blue), (FakeLoadBalancer.Group("green"), green));
        return Task.CompletedTask;
    }
}
