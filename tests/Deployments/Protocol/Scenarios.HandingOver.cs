using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private const string TakenUp = "ClaimTarget WhatClaimSays";

    // Few, so that the path is short; LongDeploymentTests holds how many there are in AWS.
    private const int AnExecution = 3;

    private static string Before => $"{Planned} {Steps(AnExecution)} {Decided} Ended";

    private static Scenario Long(string name) => new(name)
    {
        StepsAnExecution = AnExecution,
        Release = new Release { Strategy = "Equal.5@1s", Alarms = "errors" },
        Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
        Outcome = DeploymentOutcome.Succeeded,
        Alias = "2",
        Says = "all traffic to version 2",
        Path = $"{Before} {TakenUp} {Steps(2)} {Succeeded}",
    };

    private static IEnumerable<Scenario> HandingOver() =>
    [
        Long("another execution goes on after three steps"),
        Long("a handover whose answer is lost is made once") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("NextStep", () => throw new Local.StateMachines.Tasks.TaskFailedException("Lambda.SdkClientException", "lost"), nth: AnExecution + 1);
            },
        },
        Long("an alarm between two executions rolls back in the second") with
        {
            Arrange = (world, moments) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                moments.After("NextStep", () => world.AlarmAsync("errors"), nth: AnExecution + 1);
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = "1",
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Before} ClaimTarget {Restored} Ended",
        },
    ];

    private static string Steps(int count) => string.Join(' ', Enumerable.Repeat(Step, count));
}
