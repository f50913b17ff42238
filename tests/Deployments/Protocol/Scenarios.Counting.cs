using Sluice.Deployments.Tests.Analysis.Simulation;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Nothing that was not seen counts as good: the requests of each step are counted.</summary>
internal static partial class Scenarios
{
    private static IEnumerable<Scenario> Counting() =>
    [
        new Scenario("requests that fail without the alarm seeing it")
        {
            Release = Counted(),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => (15, 5),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "fn:live sends 100 % to version 1 again: 33 % of version 2's requests failed (limit 5 %)",
            Path = $"{Planned} PutAlarm {Step} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("one failure of the first five requests is over the limit")
        {
            Release = Counted(),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => (5, 1),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "20 % of version 2's requests failed (limit 5 %)",
            Path = $"{Planned} PutAlarm {Step} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("a step waits on for its fifth request")
        {
            Release = Counted(),
            Arrange = (world, _) => world.CloudWatch.Counts = began => (world.Time.GetUtcNow() - began >= TimeSpan.FromSeconds(14) ? 5 : 4, 0),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Extended} {Extended} {Passed} {Extended} {Extended} {Passed} {Decided} DeleteAlarm Ended",
        },
        new Scenario("a step without enough requests rolls back after it waited")
        {
            Release = Counted(("TooFewRequestsWait", "8s")),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => (3, 3),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "3 of the 5 requests that are needed came to version 2 (3 failed) at 10 %, though it waited 8s for more, so nothing shows that it is good",
            Path = $"{Planned} PutAlarm {Step} {Extended} {Extended} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("a step without enough requests goes on where that was chosen")
        {
            Release = Counted(("TooFewRequests", "CONTINUE"), ("TooFewRequestsWait", "0s")),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => (0, 0),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Passed} {Passed} {Decided} DeleteAlarm Ended",
        },
        new Scenario("requests that cannot be counted roll back")
        {
            Release = Counted(("TooFewRequestsWait", "0s")),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => null,
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the requests to version 2 could not be counted at 10 %, so nothing shows that it is good",
            Path = $"{Planned} PutAlarm {Step} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("requests that cannot be read roll back")
        {
            Release = Counted(("TooFewRequestsWait", "0s")),
            Arrange = (_, moments) => moments.Fail("ReadMetrics", "CloudWatch.CloudWatchException"),
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "the requests to version 2 could not be counted at 10 %",
            Path = $"{Planned} PutAlarm {Step} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("requests that cannot be read are ignored where silence is")
        {
            Release = Counted(("IgnorePollAlarmFailure", "true")),
            Arrange = (world, _) => world.CloudWatch.Counts = _ => null,
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Passed} {Passed} {Decided} DeleteAlarm Ended",
        },
        new Scenario("the last bake counts its requests too")
        {
            Release = Counted(("FinalBake", "5s")),
            Arrange = (world, _) =>
            {
                var first = world.Time.GetTimestamp();
                world.CloudWatch.Counts = _ => (8, world.Time.GetElapsedTime(first) > TimeSpan.FromSeconds(14) ? 8 : 0);
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "100 % of version 2's requests failed (limit 5 %)",
            Path = $"{Planned} PutAlarm {Step} {Passed} {Passed} {Judged} {Restored} DeleteAlarm Ended",
        },
        new Scenario("an analysis is read after the requests are counted")
        {
            Release = JudgedRelease() with { ErrorAlarm = "5%" },
            Arrange = (world, _) => world.CloudWatch.Series = Traffic(newErrors: 0),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Says = "all traffic to version 2",
            Path = $"{Planned} PutAlarm {Step} {Judged} WhatNext ReadMetrics {Step} {Judged} WhatNext ReadMetrics {Step} {Decided} DeleteAlarm Ended",
        },
    ];

    private static Release Counted(params (string Key, string Value)[] settings) =>
        new() { ErrorAlarm = "5%", Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value) };
}
