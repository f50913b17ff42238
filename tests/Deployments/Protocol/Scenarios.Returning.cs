using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private const string BackStep = "RestoreTraffic PlanRollback WhatToRestore WaitToRestore ReadTrafficToRestore PlanRollback WhatToRestore";
    private const string BackWhole = "RestoreTraffic PlanRollback WhatToRestore Ended";

    private static Scenario Stopped(string name, string causes) => new(name)
    {
        Release = new Release { Settings = new() { ["AutoRollbackEvents"] = causes }, Alarms = "errors" },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Meanwhile = world => world.AtAsync(2, world.StopAsync),
        Outcome = DeploymentOutcome.Dirty,
        Alias = "1 2:10%",
        Says = "fn:live is left as it is, since the configuration wants no rollback for this cause: it was last set to 90 % to version 1, 10 % to version 2. The deployment was stopped because: stopped by a request",
        Path = $"{Begun} PlanRollback WhatToRestore Ended",
    };

    private static Scenario Returned(string name) => new(name)
    {
        Release = new Release { Strategy = "Steps.10@5s,50@5m", Block = "{Rollback: {Steps: [{Percent: 60, Bake: 5s}, {Percent: 25, Bake: 60s}, {Percent: 5, Bake: 30s}]}}" },
        Meanwhile = world => world.AtAsync(60, world.StopAsync),
        Outcome = DeploymentOutcome.RolledBack,
        Alias = "1",
        Says = "fn:live sends 100 % to version 1 again: stopped by a request",
        Path = $"{Begun} {Step} PlanRollback WhatToRestore {BackStep} {BackStep} {BackWhole}",
    };

    private static IEnumerable<Scenario> Returning() =>
    [
        Stopped("a stop by request leaves traffic where that is asked for", "DEPLOYMENT_FAILURE,DEPLOYMENT_STOP_ON_ALARM"),
        Stopped("no rollback at all leaves traffic", "NONE"),
        Stopped("a stop before any traffic is moved has nothing to leave", "NONE") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.Before("ReadAlarms", () => world.StopAsync());
            },
            Meanwhile = _ => Task.CompletedTask,
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "no traffic was moved: stopped by a request",
            Path = $"{Planned} ReadAlarms NextStep {Refused}",
        },
        Stopped("an alarm rolls back though a request would not", "DEPLOYMENT_STOP_ON_ALARM") with
        {
            Meanwhile = world => world.AtAsync(2, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} {Restored} Ended",
        },
        Returned("traffic goes back in steps"),
        Returned("a step back that is refused is read and made again") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias with { Description = "new" })),
            Path = $"{Begun} {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore PlanRollback WhatToRestore {BackStep} {BackStep} {BackWhole}",
        },
        Returned("an alias that someone else moves while traffic goes back is left to them") with
        {
            Arrange = (world, moments) => moments.Before("ReadTrafficToRestore", () => world.Lambda.Meddle("fn", "live", alias => alias with { Version = "2", Weights = [] })),
            Outcome = DeploymentOutcome.Dirty,
            Alias = "2",
            Says = "someone else changed fn:live: it sends 100 % to version 2",
            Path = $"{Begun} {Step} PlanRollback WhatToRestore {BackStep} Ended",
        },
        Returned("an execution that is aborted while traffic goes back is recovered by another") with
        {
            Meanwhile = world => world.AtAsync(60, async () =>
            {
                await world.StopAsync();
                await world.DelayAsync(20);
                await world.AbortAsync();
            }),
            Path = $"{Begun} {Step} PlanRollback WhatToRestore RestoreTraffic PlanRollback WhatToRestore WaitToRestore "
                + $"ClaimTarget {ReadFirst} WaitToRestore ReadTrafficToRestore PlanRollback WhatToRestore {BackStep} {BackWhole}",
        },
    ];
}
