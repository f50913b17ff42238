using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private static IEnumerable<Scenario> Preparing() =>
    [
        Fails("ClaimTarget", $"ClaimTarget {Refused}"),
        Fails("UpdateCode", $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged UpdateCode {Refused}"),
        Fails("ReadVersion", $"{Published} {Refused}"),
        Fails("ReadTraffic", $"{Published} ReadTraffic {Refused}"),
        Fails("ReadCurrentVersion", $"{Published} ReadTraffic ReadCurrentVersion {Refused}"),
        Fails("PlanShift", $"{Published} ReadTraffic ReadCurrentVersion PlanShift {Refused}"),
        Fails("ReadAlarms", $"{Planned} ReadAlarms NextStep {Refused}", "CloudWatch.CloudWatchException"),
        Fails("NextStep", $"{Planned} ReadAlarms NextStep {Refused}"),
        Fails("PutAlarm", $"{Planned} PutAlarm PlanRollback WhatToRestore DeleteAlarm Ended", "CloudWatch.CloudWatchException") with
        {
            Release = new Release { ErrorAlarm = "5%" },
        },
        new Scenario("a function that does not exist is created")
        {
            Release = new Release { Before = "hook", Packaged = ["hook"] },
            Arrange = (world, _) => world.ReportFrom("hook"),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged UpdateCode CreateFunction IsPackaged UpdateCode ReadVersion ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays "
                + $"{Decided} RunHook InvokeHook AwaitHook {Step} {Step} {Step} {Succeeded}",
        },
        new Scenario("a function that is created by someone else meanwhile is updated")
        {
            Release = new Release { Before = "hook", Packaged = ["hook"] },
            Arrange = (world, moments) =>
            {
                world.ReportFrom("hook");
                moments.Before("CreateFunction", () => world.Lambda.Add("hook", alias: null));
            },
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged UpdateCode CreateFunction UpdateCode IsPackaged UpdateCode ReadVersion ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays "
                + $"{Decided} RunHook InvokeHook AwaitHook {Step} {Step} {Step} {Succeeded}",
        },
        new Scenario("an update in progress is waited out")
        {
            Release = new Release { Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.Lambda.UpdatesInProgress = 3,
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Succeeded}",
        },
        new Scenario("a hook that is nobody's is refused before any change")
        {
            Release = new Release { Before = "nobodys" },
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "Not found: function nobodys",
            Path = $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged CheckFunction {Refused}",
        },
        new Scenario("a version that is pending is waited for")
        {
            Release = new Release { Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.Lambda.PendingLooks = 1,
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} WaitForVersion ReadVersion ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays {Step} {Succeeded}",
        },
        new Scenario("a version that cannot start is refused")
        {
            Arrange = (world, _) => world.Lambda.NewVersion = version => version with { State = "Failed", StateReason = "bootstrap exited with 3" },
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "version 2 of fn cannot start: bootstrap exited with 3",
            Path = $"{Published} ReadTraffic ReadCurrentVersion PlanShift {Refused}",
        },
        new Scenario("the version in service has nothing to shift")
        {
            Release = new Release { TargetVersion = "1" },
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "1",
            Says = "nothing to shift",
            Path = "ClaimTarget WhatClaimSays PublishFunctions IsPackaged CheckFunction ReadVersion ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays Ended",
        },
        new Scenario("an alias that is not where the appspec says is refused")
        {
            Release = new Release { CurrentVersion = "7" },
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "CurrentVersion is 7, but fn:live is at version 1",
            Path = $"{Published} ReadTraffic ReadCurrentVersion PlanShift {Refused}",
        },
        new Scenario("versions of different roles cannot share an alias")
        {
            Arrange = (world, _) => world.Lambda.NewVersion = version => version with { Role = "another" },
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "their roles differ",
            Path = $"{Published} ReadTraffic ReadCurrentVersion PlanShift {Refused}",
        },
        new Scenario("versions of different dead letters cannot share an alias")
        {
            Arrange = (world, _) => world.Lambda.NewVersion = version => version with { DeadLetters = "queue" },
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "dead-letter",
            Path = $"{Published} ReadTraffic ReadCurrentVersion PlanShift {Refused}",
        },
        new Scenario("an alarm that fires already lets nothing begin")
        {
            Release = new Release { Alarms = "errors" },
            Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "ALARM",
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Planned} ReadAlarms NextStep {Refused}",
        },
        new Scenario("an alarm that nobody made lets nothing begin")
        {
            Release = new Release { Alarms = "errors,latency" },
            Arrange = (world, _) => world.CloudWatch.Composite["latency"] = "OK",
            Outcome = DeploymentOutcome.Failed,
            Alias = "1",
            Says = "knows no alarm 'errors'",
            Path = $"{Planned} ReadAlarms NextStep {Refused}",
        },
    ];
}
