using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private const string First = $"{Published} ReadTraffic PlanShift WhatPlanSays {Decided} CreateAlias Bake";
    private const string FirstHooked =
        $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged CheckFunction IsPackaged UpdateCode ReadVersion ReadTraffic PlanShift WhatPlanSays {Decided} CreateAlias Bake {Decided} RunHook InvokeHook AwaitHook";

    private static Scenario Alone(string name) => new(name)
    {
        Arrange = (world, _) => world.Lambda.Add("fn", alias: null),
        Outcome = DeploymentOutcome.Succeeded,
        Alias = "2",
        Says = "all traffic to version 2",
        Path = $"{First} {Succeeded}",
    };

    private static Scenario Undone(string name) => Alone(name) with
    {
        Release = new Release { After = "hook" },
        Arrange = FailingHook,
        Outcome = DeploymentOutcome.RolledBack,
        Alias = null,
        Says = "the alias that it made is removed: hook hook (AfterAllowTraffic) reported Failed",
        Path = $"{FirstHooked} NextStep {ReadFirst} RemoveAlias ReadTrafficToRestore PlanRollback WhatToRestore Ended",
    };

    private static void FailingHook(DeploymentWorld world, Moments moments)
    {
        world.Lambda.Add("fn", alias: null);
        world.AddHook(payload => world.ReportAsync(payload, "Failed"));
    }

    private static IEnumerable<Scenario> FirstDeployments() =>
    [
        Alone("a first deployment makes the alias") with { Release = new Release { ErrorAlarm = "5%" } },
        Alone("a first version that cannot start makes no alias") with
        {
            Arrange = (world, _) =>
            {
                world.Lambda.Functions.Remove("fn");
                world.Lambda.NewVersion = version => version with { State = "Failed", StateReason = "bootstrap exited with 3" };
            },
            Outcome = DeploymentOutcome.Failed,
            Alias = null,
            Says = "version 1 of fn cannot start: bootstrap exited with 3",
            Path = $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged UpdateCode CreateFunction ReadVersion ReadTraffic PlanShift {Refused}",
        },
        Alone("an alias that was made though its answer was lost is found made") with
        {
            Arrange = (world, moments) =>
            {
                world.Lambda.Add("fn", alias: null);
                moments.After("CreateAlias", () => throw new Local.StateMachines.Tasks.TaskFailedException("Lambda.SdkClientException", "lost"));
            },
            Path = $"{First.Replace("CreateAlias Bake", "CreateAlias ReadAlias Bake")} {Succeeded}",
        },
        Alone("an alias that cannot be made") with
        {
            Arrange = (world, moments) =>
            {
                world.Lambda.Add("fn", alias: null);
                moments.Fail("CreateAlias");
            },
            Outcome = DeploymentOutcome.RolledBack,
            Alias = null,
            Says = "as the test wants it",
            Path = $"{Published} ReadTraffic PlanShift WhatPlanSays {Decided} CreateAlias {ReadFirst} Ended",
        },
        Alone("an alias that someone else made meanwhile is left to them") with
        {
            Arrange = (world, moments) =>
            {
                world.Lambda.Add("fn", alias: null);
                moments.Before("CreateAlias", () => world.Lambda.Functions["fn"].Aliases["live"] = new FakeAlias("1", [], "theirs"));
            },
            Outcome = DeploymentOutcome.Dirty,
            Alias = "1",
            Says = "someone else changed fn:live",
            Path = $"{First.Replace("CreateAlias Bake", "CreateAlias ReadAlias Bake")} {ReadFirst} Ended",
        },
        Undone("a first deployment whose last hook fails removes its alias"),
        Undone("an alias that is removed by someone else at the same time") with
        {
            Arrange = (world, moments) =>
            {
                FailingHook(world, moments);
                moments.Before("RemoveAlias", () => world.Lambda.Functions["fn"].Aliases.Clear());
            },
        },
        Undone("an alias that cannot be removed") with
        {
            Arrange = (world, moments) =>
            {
                FailingHook(world, moments);
                moments.Fail("RemoveAlias");
            },
            Outcome = DeploymentOutcome.Dirty,
            Alias = "2",
            Says = "could not be restored",
            Path = $"{FirstHooked} NextStep {ReadFirst} RemoveAlias MarkDirty WhatToRestore Ended",
        },
    ];
}
