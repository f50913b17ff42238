using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>Together these walk every transition of the machine.</summary>
internal static partial class EcsScenarios
{
    // What most deployments begin with, and what each step is.
    private const string Planned = "ClaimTarget WhatClaimSays ReadService ReadTargetGroups ReadTraffic PlanReplacement";
    private const string Decided = "ReadAlarms CheckTraffic NextStep WhatNext";
    private const string Set = "SetWeight ReadBack Bake";
    private const string Seen = "ReadTaskSets ReadHealth Bake";
    private const string Attached = $"{Planned} {Decided} {Set}";
    private const string Installed = $"{Attached} {Decided} CreateTaskSet {Seen}";
    private const string Promoted = $"{Decided} SetPrimary {Seen}";
    private const string OriginalEnded = $"{Decided} ScaleDown {Seen} {Decided} DeleteTaskSet {Seen}";
    private const string Succeeded = $"{Promoted} {OriginalEnded} {Decided} Ended";
    private const string Look = "PlanRollback WhatToRestore ReadTrafficToRestore ReadTaskSetsToRestore PlanRollback WhatToRestore";
    private const string Again = "ReadTrafficToRestore ReadTaskSetsToRestore PlanRollback WhatToRestore";
    private const string GivenBack = $"{Look} RestoreTraffic {Again}";
    private const string Removed = $"RemoveTaskSet {Again} Ended";

    public static IReadOnlyList<EcsScenario> All { get; } = [.. Going(), .. Waiting(), .. Hooking(), .. Judging(), .. RollingBack(), .. Returning(), .. Baking(), .. First(), .. Failing()];

    private static IEnumerable<EcsScenario> Going() =>
    [
        new EcsScenario("a canary moves all traffic and ends the original")
        {
            Outcome = DeploymentOutcome.Succeeded,
            Says = "shop/web sends all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a task definition of its own is registered first")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Registers = true },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"ClaimTarget WhatClaimSays MakeTaskDefinition {Installed["ClaimTarget WhatClaimSays ".Length..]} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a replacement that is not healthy at once is looked at again")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.Ecs.Starts = TimeSpan.FromSeconds(2),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Seen} {Decided} {Seen} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("an original that leaves slowly is waited for")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.Ecs.Leaves = TimeSpan.FromSeconds(1),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} ScaleDown {Seen} {Decided} {Seen} {Decided} DeleteTaskSet {Seen} {Decided} Ended",
        },
        new EcsScenario("a test listener gets the replacement first")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", HasTest = true },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("an original that is to be kept is kept")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, false, 0, 60) },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} Ended",
        },
        new EcsScenario("a weight that was set though its answer was lost is found set")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, moments) => moments.Before("ReadBack", () => world.Balancer.Listeners[FakeLoadBalancer.Production] = FakeLoadBalancer.Forward((FakeLoadBalancer.Group("blue"), 1))),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Attached} {Set} {Decided} CreateTaskSet {Seen} {Decided} {Set} {Succeeded}",
        },
    ];

    private static IEnumerable<EcsScenario> Waiting() =>
    [
        new EcsScenario("a deployment that waits for people goes on when they say so")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(600, true, 600, 60) },
            Meanwhile = async world =>
            {
                await world.AtAsync(100, () => world.ContinueAsync("READY_WAIT"));
                await world.AtAsync(100, () => world.ContinueAsync("TERMINATION_WAIT"));
            },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} Bake {Decided} {Set} {Promoted} {Decided} Bake {OriginalEnded} {Decided} Ended",
        },
        new EcsScenario("a step that pauses goes on when people say so")
        {
            Release = new EcsRelease { Strategy = "Steps.10@pause", Alarms = ["errors"] },
            Arrange = (world, _) => world.CloudWatch.Metric["errors"] = "OK",
            Meanwhile = world => world.AtAsync(100, () => world.ContinueAsync("READY_WAIT")),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Canary} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("a long deployment goes on in another execution")
        {
            Release = new EcsRelease { Strategy = "Equal.203@1s" },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Canary} {string.Join(' ', Enumerable.Repeat($"{Decided} {Set}", 197))} {Decided} Ended "
                + $"ClaimTarget WhatClaimSays {string.Join(' ', Enumerable.Repeat($"{Decided} {Set}", 5))} {Succeeded}",
        },
        new EcsScenario("the wait before termination ends by itself")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} Bake {Decided} ScaleDown {Seen} {Decided} DeleteTaskSet {Seen} {Decided} Ended",
        },
        new EcsScenario("a deployment that nobody continues is stopped")
        {
            Release = new EcsRelease { Waits = new EcsWaits(600, true, 0, 60) },
            Outcome = DeploymentOutcome.Failed,
            Says = "nobody continued the deployment within 600 s",
            Path = $"{Installed} {Decided} Bake ReadAlarms CheckTraffic NextStep {GivenBack} {Removed}",
        },
    ];

    private static IEnumerable<EcsScenario> Hooking() =>
    [
        new EcsScenario("all hooks run, each in its place")
        {
            Release = new EcsRelease
            {
                Strategy = "AllAtOnce",
                HasTest = true,
                Hooks =
                [
                    LifecycleEvents.AfterAllowTraffic, LifecycleEvents.BeforeAllowTraffic, LifecycleEvents.AfterAllowTestTraffic, LifecycleEvents.AfterInstall, LifecycleEvents.BeforeInstall,
                ],
            },
            Arrange = (world, _) => world.AddEcsHooks(),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Planned} {Hook} {Decided} {Set} {Decided} CreateTaskSet {Seen} {Hook} {Decided} {Set} {Hook} {Hook} {Decided} {Set} {Promoted} {Hook} {Decided} ScaleDown {Seen} {Decided} DeleteTaskSet {Seen} {Decided} Ended",
        },
        new EcsScenario("a hook before the install that fails changes nothing")
        {
            Release = new EcsRelease { Hooks = [LifecycleEvents.BeforeInstall] },
            Arrange = (world, _) => world.Cloud.Hooks["hook-BeforeInstall"] = payload => world.ReportAsync(payload, "Failed"),
            Outcome = DeploymentOutcome.Failed,
            Says = "hook hook-BeforeInstall (BeforeInstall) reported Failed",
            Path = $"{Planned} {FailedHook} PlanRollback WhatToRestore Ended",
        },
        new EcsScenario("a hook on the test traffic that errs gives the test listener back")
        {
            Release = new EcsRelease { HasTest = true, Hooks = [LifecycleEvents.AfterAllowTestTraffic] },
            Arrange = (world, _) => world.Cloud.Hooks["hook-AfterAllowTestTraffic"] = _ => throw new Local.StateMachines.Tasks.TaskFailedException("Error", "wrong answer"),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "hook hook-AfterAllowTestTraffic (AfterAllowTestTraffic) failed: wrong answer",
            Path = $"{Installed} {Decided} {Set} {Decided} RunHook InvokeHook AwaitHook NextStep {GivenBack} RestoreTraffic {Again} {Removed}",
        },
        new EcsScenario("a hook that errs when it has reported, beside an alarm that nobody told of, changes nothing")
        {
            Release = new EcsRelease { Hooks = [LifecycleEvents.BeforeInstall], Alarms = ["errors"] },
            Arrange = (world, _) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                world.Cloud.Hooks["hook-BeforeInstall"] = async payload =>
                {
                    await world.ReportAsync(payload, "Succeeded");
                    world.CloudWatch.Metric["errors"] = "ALARM";
                    throw new Local.StateMachines.Tasks.TaskFailedException("Error", "wrong answer");
                };
            },
            Outcome = DeploymentOutcome.Failed,
            Says = "alarm 'errors' is in ALARM",
            Path = $"{Planned} {FailedHook} WhatNext ReadAlarms CheckTraffic NextStep PlanRollback WhatToRestore Ended",
        },
        new EcsScenario("a last hook that never reports gives the primary back")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Hooks = [LifecycleEvents.AfterAllowTraffic] },
            Arrange = (world, _) => world.Cloud.Hooks["hook-AfterAllowTraffic"] = _ => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "did not report within 20 s",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} RunHook InvokeHook AwaitHook NextStep {GivenBack} RestorePrimary {Again} {Removed}",
        },
    ];

    private const string Hook = $"{Decided} RunHook InvokeHook AwaitHook";
    private const string FailedHook = $"{Decided} RunHook InvokeHook AwaitHook NextStep";

    private static void AddEcsHooks(this DeploymentWorld world)
    {
        foreach (var name in new[] { "BeforeInstall", "AfterInstall", "AfterAllowTestTraffic", "BeforeAllowTraffic", "AfterAllowTraffic" })
        {
            world.ReportFrom($"hook-{name}");
        }
    }

    private static Task ContinueAsync(this DeploymentWorld world, string wait) => world.Api.CallAsync(
        nameof(ContinueDeployment), new System.Text.Json.Nodes.JsonObject { ["deploymentId"] = world.DeploymentId, ["deploymentWaitType"] = wait });
}
