using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private const string TakenUp = "ClaimTarget WhatClaimSays";

    private static string Before => $"{Planned} {Steps(200)} {Decided} Ended";

    private static Scenario Long(string name) => new(name)
    {
        Release = new Release { Strategy = "Equal.203@1s", Alarms = "errors" },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Outcome = DeploymentOutcome.Succeeded,
        Alias = "2",
        Says = "all traffic to version 2",
        Path = $"{Before} {TakenUp} {Steps(3)} {Succeeded}",
    };

    private static IEnumerable<Scenario> HandingOver() =>
    [
        Long("another execution goes on after 200 steps"),
        Long("a handover whose answer is lost is made once") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("NextStep", () => throw new Local.StateMachines.Tasks.TaskFailedException("Lambda.SdkClientException", "lost"), nth: 201);
            },
        },
        Long("an alarm between two executions rolls back in the second") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("NextStep", () => world.AlarmAsync("errors"), nth: 201);
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Before} ClaimTarget {Restored} Ended",
        },
    ];

    private static string Steps(int count) => string.Join(' ', Enumerable.Repeat(Step, count));
}
