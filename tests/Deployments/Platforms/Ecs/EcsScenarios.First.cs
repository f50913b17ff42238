using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private static IEnumerable<EcsScenario> First() =>
    [
        FirstOf("a service without a task set gets its first one"),
        FirstOf("a first task set is removed by a stop in the bake") with
        {
            Release = new EcsRelease(),
            Meanwhile = world => world.AtAsync(2, world.StopAsync),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "shop/web sends 100 % to target group blue again, and has no task set, as before its first deployment: stopped by a request",
            Path = $"{Canary} {GivenBack} {Removed}",
        },
        FirstOf("a first task set is removed though it is the primary one") with
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Hooks = [LifecycleEvents.AfterAllowTraffic] },
            Arrange = (world, _) =>
            {
                world.Ecs.TaskSets.Clear();
                world.Cloud.Hooks["hook-AfterAllowTraffic"] = payload => world.ReportAsync(payload, "Failed");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Says = "and has no task set, as before its first deployment: hook hook-AfterAllowTraffic (AfterAllowTraffic) reported Failed",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} RunHook InvokeHook AwaitHook NextStep {GivenBack} {Removed}",
        },
        FirstOf("a first task set that is never healthy is removed") with
        {
            Release = new EcsRelease { Waits = new EcsWaits(null, true, 0, 2) },
            Arrange = (world, _) =>
            {
                world.Ecs.TaskSets.Clear();
                world.Ecs.Starts = TimeSpan.FromHours(2);
            },
            Outcome = DeploymentOutcome.Failed,
            Says = "no traffic was moved: the replacement task set was not steady and healthy within 2 s",
            Path = $"{Installed} {Decided} {Seen} {Decided} {Seen} {GivenBack} {Removed}",
        },
    ];

    private static EcsScenario FirstOf(string name) => new(name)
    {
        Release = new EcsRelease { Strategy = "AllAtOnce" },
        Arrange = (world, _) => world.Ecs.TaskSets.Clear(),
        Outcome = DeploymentOutcome.Succeeded,
        Says = "all traffic to target group green",
        Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} Ended",
    };
}
