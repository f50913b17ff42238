using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    // After a bake the metrics are read, and then the next step is begun.
    private const string Judged = "ReadAlarms NextStep WhatNext ReadMetrics ReadAlarms NextStep";
    private const string JudgedTwice = $"{Judged} WhatNext ReadMetrics ReadAlarms NextStep";
    private const string Passed = $"{Judged} WhatNext SetWeight Bake";
    private const string Extended = $"{Judged} WhatNext ReadAlias Bake";

    private static IEnumerable<Scenario> Judging() =>
    [
        new Scenario("a judged canary")
        {
            Release = JudgedRelease(),
            Arrange = (world, _) => world.CloudWatch.Series = Traffic(newErrors: 0),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Passed} {Passed} {Succeeded}",
        },
        new Scenario("a judged canary that is worse")
        {
            Release = JudgedRelease(),
            Arrange = (world, _) => world.CloudWatch.Series = Traffic(newErrors: 2),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the new version failed its analysis at 10 %: score 0, 100 needed. ErrorRate: Fail, 4 against 0 of the old version (+4; p 0.003968, Cliff's delta 1, 5 and 5 samples; 10 of 250 against 0 of 250 requests, p 0.000891): worse by the samples and by the counts",
            Path = $"{Begun} {Judged} {Restored} Ended",
        },
        new Scenario("a judged canary that is slower, of which the old version has nine times the requests")
        {
            Release = new() { Analysis = ["Period: 1", "Metrics:", "  - Name: Duration"] },
            Arrange = (world, _) => (world.CloudWatch.Series, world.CloudWatch.Behind) = ((_, version, _) => version == "2" ? 200 : 100, version => version == "2" ? 5 : 45),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "Duration: Fail, 200 against 100 of the old version (+100, +100 %; 25 of 25 against 0 of 225 values beyond 100, p ",
            Path = $"{Begun} {JudgedTwice} {Restored} Ended",
        },
        new Scenario("a judged canary that is as fast, of which the old version has nine times the requests")
        {
            Release = new() { Analysis = ["Period: 1", "Metrics:", "  - Name: Duration"] },
            Arrange = (world, _) => (world.CloudWatch.Series, world.CloudWatch.Behind) = ((_, _, index) => 100 + index, version => version == "2" ? 5 : 45),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {JudgedTwice} WhatNext SetWeight Bake {JudgedTwice} WhatNext SetWeight Bake {Succeeded}",
        },
        new Scenario("a step that cannot be judged at first is extended")
        {
            Release = JudgedRelease(),
            Arrange = (world, _) => world.CloudWatch.Series = (name, version, index) => version == "2" && index < 3 ? null : Traffic(newErrors: 0)(name, version, index),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Extended} {Passed} {Extended} {Passed} {Succeeded}",
        },
        new Scenario("a step that cannot be judged at all rolls back")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 1}"),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the analysis at 10 % is inconclusive, extended 1 times: score 0, 100 needed, 100 possible. ErrorRate: Inconclusive, there is no data of the new version",
            Path = $"{Begun} {Extended} {Judged} {Restored} Ended",
        },
        new Scenario("a step that cannot be judged goes on where the policy says so")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 0, Then: Continue}"),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Passed} {Passed} {Succeeded}",
        },
        new Scenario("a step that cannot be judged waits for a person where the policy says so")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 1, Then: Pause}") with { Strategy = "Steps.10@5s" },
            Meanwhile = world => world.AtAsync(100_000, world.ContinueAsync),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Extended} {Extended} {Continued} {Succeeded}",
        },
        new Scenario("a step that nobody could judge is given back after fifty hours")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 0, Then: Pause}"),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the pause at 10 % was not ended by ContinueDeployment within 50 hours",
            Path = $"{Begun} {Extended} ReadAlarms NextStep {Restored} Ended",
        },
        new Scenario("a stop while a person is waited for rolls back")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 0, Then: Pause}"),
            Meanwhile = world => world.AtAsync(1000, world.StopAsync),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "stopped by a request",
            Path = $"{Begun} {Extended} {Restored} Ended",
        },
        new Scenario("metrics that cannot be read are no pass")
        {
            Release = JudgedRelease("Inconclusive: {Extend: 0}"),
            Arrange = (_, moments) => moments.Fail("ReadMetrics", "CloudWatch.CloudWatchException"),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "CloudWatch did not answer: as the test wants it",
            Path = $"{Begun} {Judged} {Restored} Ended",
        },
        new Scenario("a stop while metrics are read rolls back")
        {
            Release = JudgedRelease(),
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Series = Traffic(newErrors: 0);
                moments.Before("ReadMetrics", () => world.StopAsync());
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "stopped by a request",
            Path = $"{Begun} {Judged} {Restored} Ended",
        },
        new Scenario("an alarm is not judged away")
        {
            Release = JudgedRelease() with { Alarms = "errors" },
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                world.CloudWatch.Series = Traffic(newErrors: 0);
                moments.After("Bake", () => world.CloudWatch.Metric["errors"] = "ALARM");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Begun} ReadAlarms NextStep {Restored} Ended",
        },
        new Scenario("a judged bake that could not be parked is done again")
        {
            Release = JudgedRelease(),
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Series = Traffic(newErrors: 0);
                moments.Before("Bake", () => world.DelayAsync(20));
            },
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Begun} {Decided} ReadAlias Bake {Passed} {Passed} {Succeeded}",
        },
    ];

    private static Release JudgedRelease(params string[] more) => new() { Analysis = ["Period: 1", "Metrics:", "  - Name: ErrorRate", .. more] };

    // Fifty requests a second for either version.
    private static Func<string, string, int, double?> Traffic(double newErrors) => (name, version, _) =>
        name == "Invocations" ? 50 : version == "2" ? newErrors : null;
}
