using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private static IEnumerable<Scenario> Shifting() =>
    [
        new Scenario("a canary with its own alarm")
        {
            Release = new Release { ErrorAlarm = "5%" },
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Passed} {Passed} {Decided} DeleteAlarm Ended",
        },
        new Scenario("an alarm that cannot be deleted is left")
        {
            Release = new Release { ErrorAlarm = "5%", Strategy = "AllAtOnce" },
            Arrange = (_, moments) => moments.Fail("DeleteAlarm", "CloudWatch.CloudWatchException"),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Decided} DeleteAlarm Ended",
        },
        new Scenario("an alarm in the bake rolls back")
        {
            Release = new Release { Alarms = "errors" },
            Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
            Meanwhile = world => world.AtAsync(7, () => world.AlarmAsync("errors")),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "fn:live sends 100 % to version 1 again: alarm 'errors' is in ALARM (Threshold Crossed)",
            Path = $"{Begun} {Step} {Restored} Ended",
        },
        new Scenario("an alarm whose event is lost is seen after the bake")
        {
            Release = new Release { Alarms = "errors" },
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("Bake", () => world.CloudWatch.Metric["errors"] = "ALARM");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        new Scenario("an alarm while the weight is set rolls back")
        {
            Release = new Release { Alarms = "errors" },
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.Before("SetWeight", () => world.AlarmAsync("errors"));
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} {ReadFirst} RestoreTraffic PlanRollback WhatToRestore Ended",
        },
        new Scenario("an alarm between two steps rolls back")
        {
            Release = new Release { Alarms = "errors" },
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.Before("ReadAlarms", () => world.AlarmAsync("errors"), nth: 2);
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        new Scenario("an alarm after the last decision comes too late")
        {
            Release = new Release { Alarms = "errors", Strategy = "AllAtOnce" },
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("NextStep", () => world.AlarmAsync("errors"), nth: 2);
            },
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Succeeded}",
        },
        new Scenario("a stop in the bake rolls back")
        {
            Meanwhile = world => world.AtAsync(2, () => world.StopAsync()),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "stopped by a request",
            Path = $"{Begun} {Restored} Ended",
        },
        new Scenario("a bake that could not be parked is done again")
        {
            // The Lambda hangs for longer than the bake, and then finds another wait to be current.
            Arrange = (world, moments) => moments.Before("Bake", () => world.DelayAsync(20)),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Decided} ReadAlias Bake {Step} {Step} {Succeeded}",
        },
        new Scenario("a bake that can never be parked rolls back")
        {
            Release = new Release { Strategy = "Steps.10@5s" },
            Arrange = (world, moments) => moments.Before("Bake", () => world.DelayAsync(60), nth: 0),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "could not be begun in 3 tries",
            Path = $"{Begun} {Decided} ReadAlias Bake {Decided} ReadAlias Bake ReadAlarms NextStep {ReadFirst} RestoreTraffic PlanRollback WhatToRestore Ended",
        },
        new Scenario("a weight that was set though its answer was lost is found set")
        {
            Release = new Release { Strategy = "AllAtOnce" },
            Arrange = (_, moments) => moments.After("SetWeight", () => throw new Local.StateMachines.Tasks.TaskFailedException("Lambda.SdkClientException", "lost")),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun.Replace("SetWeight Bake", "SetWeight ReadAlias Bake")} {Succeeded}",
        },
        new Scenario("an alias that was only described anew is set again")
        {
            Release = new Release { Strategy = "AllAtOnce" },
            Arrange = (world, moments) => moments.Before("SetWeight", () => world.Lambda.Meddle("fn", "live", alias => alias with { Description = "new" })),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun.Replace("SetWeight Bake", "SetWeight ReadAlias Bake")} SetWeight Bake {Succeeded}",
        },
        new Scenario("an alias that others change again and again is given back")
        {
            Release = new Release { Strategy = "AllAtOnce" },
            Arrange = (world, moments) => moments.Before("SetWeight", () => world.Lambda.Meddle("fn", "live", alias => alias with { Description = "new" }), nth: 0),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "could not be set to 100 % to version 2 in 5 tries",
            Path = $"{Planned} {Decided} SetWeight ReadAlias Bake SetWeight ReadAlias Bake SetWeight ReadAlias Bake SetWeight ReadAlias Bake SetWeight ReadAlias Bake SetWeight ReadAlias Bake "
                + $"{ReadFirst} Ended",
        },
        new Scenario("a weight that cannot be set is given back")
        {
            Arrange = (_, moments) => moments.Fail("SetWeight"),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "as the test wants it",
            Path = $"{Planned} {Decided} SetWeight {ReadFirst} Ended",
        },
        new Scenario("an alias that cannot be read back is given back")
        {
            Arrange = (world, moments) =>
            {
                moments.Before("SetWeight", () => world.Lambda.Meddle("fn", "live", alias => alias));
                moments.Fail("ReadAlias");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "as the test wants it",
            Path = $"{Planned} {Decided} SetWeight ReadAlias {ReadFirst} Ended",
        },
        new Scenario("an alias that someone else moves in the bake is left to them")
        {
            Meanwhile = world => world.AtAsync(2, () => world.MeddleAsync(alias => alias with { Version = "2", Weights = [] })),
            Outcome = DeploymentOutcome.Dirty,
            Alias = "2",
            Says = "someone else changed fn:live: it sends 100 % to version 2",
            Path = $"{Begun} {Decided} SetWeight ReadAlias Bake {ReadFirst} Ended",
        },
        new Scenario("an alias that someone else removes in the bake is left to them")
        {
            Meanwhile = world => world.AtAsync(2, () =>
            {
                world.Lambda.Functions["fn"].Aliases.Clear();
                return Task.CompletedTask;
            }),
            Outcome = DeploymentOutcome.Dirty,
            Alias = null,
            Says = "someone else changed fn:live: it is gone",
            Path = $"{Begun} {Decided} SetWeight {ReadFirst} Ended",
        },
        new Scenario("an alias that had weights gets exactly those again")
        {
            Release = new Release { Code = "code 3" },
            Arrange = (world, _) =>
            {
                world.Lambda.Add("fn", versions: 2, at: "1");
                world.Lambda.Meddle("fn", "live", alias => alias with { Weights = new Dictionary<string, decimal> { ["2"] = 0.25m } });
            },
            Meanwhile = world => world.AtAsync(2, () => world.StopAsync()),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1 2:25%",
            Says = "sends 75 % to version 1, 25 % to version 2 again",
            Path = $"{Begun} {Restored} Ended",
        },
    ];
}
