using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private static Scenario Stopped(string name) => new(name)
    {
        Release = new Release { ErrorAlarm = "5%" },
        Meanwhile = world => world.AtAsync(2, () => world.StopAsync()),
        Outcome = DeploymentOutcome.Dirty,
        Alias = "1 2:10%",
        Says = "stopped by a request",
        Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic MarkDirty WhatToRestore DeleteAlarm Ended",
    };

    private static IEnumerable<Scenario> RollingBack() =>
    [
        Stopped("traffic that cannot be restored") with { Arrange = (_, moments) => moments.Fail("RestoreTraffic") },
        Stopped("an alias that cannot be read to be restored") with
        {
            Arrange = (world, moments) =>
            {
                moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias));
                moments.Fail("ReadTrafficToRestore");
            },
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore MarkDirty WhatToRestore DeleteAlarm Ended",
        },
        Stopped("a rollback that cannot be planned") with
        {
            Arrange = (_, moments) => moments.Fail("PlanRollback", "Boom"),
            Path = $"{Planned} PutAlarm {Step} PlanRollback MarkDirty WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an alias that was described anew is restored with its new revision") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias)),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore PlanRollback WhatToRestore RestoreTraffic PlanRollback WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an alias that others describe anew again and again") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias), nth: 0),
            Says = "could not be restored in 6 tries",
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic "
                + string.Concat(Enumerable.Repeat("ReadTrafficToRestore PlanRollback WhatToRestore RestoreTraffic ", 5))
                + "ReadTrafficToRestore PlanRollback WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an alias that someone else moved before the rollback is left to them") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias with { Version = "2", Weights = [] })),
            Alias = "2",
            Says = "someone else changed fn:live",
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore PlanRollback WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an alias that someone else restored already is as it should be") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Meddle("fn", "live", alias => alias with { Weights = [] })),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore PlanRollback WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an alias that someone else removed before the rollback") with
        {
            Arrange = (world, moments) => moments.Before("RestoreTraffic", () => world.Lambda.Functions["fn"].Aliases.Clear()),
            Alias = null,
            Says = "someone else changed fn:live: it is gone",
            Path = $"{Planned} PutAlarm {Step} PlanRollback WhatToRestore RestoreTraffic ReadTrafficToRestore PlanRollback WhatToRestore DeleteAlarm Ended",
        },
        Stopped("an execution that is aborted is recovered by another") with
        {
            Meanwhile = world => world.AtAsync(2, () => world.AbortAsync()),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "-1 ended as ABORTED",
            Path = $"{Planned} PutAlarm {Step} ClaimTarget {Restored} DeleteAlarm Ended",
        },
        Stopped("an execution that fails is recovered by another") with
        {
            Arrange = (_, moments) =>
            {
                moments.Fail("PlanRollback", "Boom", nth: 1);
                moments.Fail("PlanRollback", "Boom", nth: 2);
                moments.Fail("PlanRollback", "Boom", nth: 3);
                moments.Fail("PlanRollback", "Boom", nth: 4);
                moments.Fail("PlanRollback", "Boom", nth: 5);
                moments.Fail("MarkDirty", "Boom");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Path = $"{Planned} PutAlarm {Step} PlanRollback MarkDirty ClaimTarget {Restored} DeleteAlarm Ended",
        },
    ];
}
