using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private const string BackStep = $"RestoreTraffic {Again} WaitToRestore {Again}";

    private static IEnumerable<EcsScenario> Returning() =>
    [
        Left("a stop that is configured not to give back leaves the traffic", "DEPLOYMENT_FAILURE") with
        {
            Meanwhile = world => world.AtAsync(2, world.StopAsync),
        },
        Left("an alarm that is configured not to give back leaves the traffic", "DEPLOYMENT_STOP_ON_REQUEST") with
        {
            Meanwhile = world => world.AtAsync(2, () => world.AlarmAsync("errors")),
        },
        Left("an alarm gives back though a stop would not", "DEPLOYMENT_STOP_ON_ALARM") with
        {
            Meanwhile = world => world.AtAsync(2, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Canary} {GivenBack} {Removed}",
        },
        Left("a stop before any traffic is moved leaves nothing, whatever is configured", "DEPLOYMENT_FAILURE") with
        {
            Arrange = (world, _) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                world.Ecs.Starts = TimeSpan.FromSeconds(100);
            },
            Meanwhile = world => world.AtAsync(5, world.StopAsync),
            Outcome = DeploymentOutcome.Failed,
            Says = "no traffic was moved: stopped by a request",
            Path = $"{Installed} {Decided} {Seen} {Decided} {Seen} {GivenBack} {Removed}",
        },
        Returned("a listener goes back in steps"),
        Returned("a listener that someone else changes while it goes back is left to them") with
        {
            Arrange = (world, moments) => moments.Before("ReadTrafficToRestore", () => world.MeddleAsync(FakeLoadBalancer.Production, 3, 1), nth: 3),
            Outcome = DeploymentOutcome.Dirty,
            Says = "it sends 75 % to target group blue, 25 % to target group green, and this deployment set it to 70 % to target group blue, 30 % to target group green",
            Path = $"{Canary} {Look} {BackStep} Ended",
        },
        Returned("an execution that is aborted while a listener goes back is recovered by another") with
        {
            Meanwhile = world => world.AtAsync(2, async () =>
            {
                await world.StopAsync();
                await world.DelayAsync(5);
                await world.AbortAsync();
            }),
            Path = $"{Canary} {Look} RestoreTraffic {Again} WaitToRestore ClaimTarget {Look} WaitToRestore {Again} {BackStep} RestoreTraffic {Again} {Removed}",
        },
    ];

    private static EcsScenario Left(string name, string covered) => new(name)
    {
        Release = new EcsRelease { Alarms = ["errors"], Rollback = RollbackPolicy.Of([covered]) },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Outcome = DeploymentOutcome.Dirty,
        Says = "shop/web is left as it is, since the configuration wants no rollback for this cause: it was last set to 90 % to target group blue, 10 % to target group green",
        Path = $"{Canary} PlanRollback WhatToRestore Ended",
    };

    private static EcsScenario Returned(string name) => new(name)
    {
        Release = new EcsRelease { Strategy = "Steps.50@1m", Rollback = RollbackPolicy.Always with { Steps = [new TrafficStep(60, 10), new TrafficStep(30, 10), new TrafficStep(5, 20)] } },
        Meanwhile = world => world.AtAsync(2, world.StopAsync),
        Outcome = DeploymentOutcome.RolledBack,
        Says = "shop/web sends 100 % to target group blue again: stopped by a request",
        Path = $"{Canary} {Look} {BackStep} {BackStep} RestoreTraffic {Again} {Removed}",
    };
}
