using Sluice.Deployments.Protocol.Hooks;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

internal static partial class Scenarios
{
    private const string HookFound = $"ClaimTarget WhatClaimSays PublishFunctions IsPackaged CheckFunction IsPackaged UpdateCode ReadVersion ReadTraffic ReadCurrentVersion PlanShift WhatPlanSays {Decided}";
    private const string Hooked = $"{HookFound} RunHook InvokeHook AwaitHook";

    private static Scenario Hook(string name) => new(name)
    {
        Release = new Release { Before = "hook", Strategy = "AllAtOnce" },
        Outcome = DeploymentOutcome.Failed,
        Alias = "1",
        Says = "",
        Path = $"{Hooked} NextStep {Refused}",
    };

    private static IEnumerable<Scenario> Hooking() =>
    [
        Hook("hooks before and after that succeed") with
        {
            Release = new Release { Before = "hook", After = "hook", Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.AddHook(world.ReportAsync),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Path = $"{Hooked} {Step} {Decided} RunHook InvokeHook AwaitHook {Decided} Ended",
        },
        Hook("a hook that reports later") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.LaterAsync(90, () => world.ReportAsync(payload))),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Path = $"{Hooked} {Step} {Succeeded}",
        },
        Hook("a hook that reports twice") with
        {
            Arrange = (world, _) => world.AddHook(async payload =>
            {
                await world.ReportAsync(payload);
                await Happenings.RefusedAsync<LifecycleEventAlreadyCompletedException>(() => world.ReportAsync(payload, "Failed"));
                return null;
            }),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Path = $"{Hooked} {Step} {Succeeded}",
        },
        Hook("a hook that reports Failed") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.ReportAsync(payload, "Failed")),
            Says = "hook hook (BeforeAllowTraffic) reported Failed",
        },
        Hook("a hook that reports Failed later") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.LaterAsync(90, () => world.ReportAsync(payload, "Failed"))),
            Says = "hook hook (BeforeAllowTraffic) reported Failed",
        },
        Hook("a hook that errs") with
        {
            Arrange = (world, _) => world.AddHook(_ => throw new Local.StateMachines.Tasks.TaskFailedException("TypeError", "x is undefined")),
            Says = "hook hook (BeforeAllowTraffic) failed: x is undefined (TypeError)",
        },
        Hook("a hook that errs when it has reported") with
        {
            Arrange = (world, _) => world.AddHook(async payload =>
            {
                await world.ReportAsync(payload);
                throw new Local.StateMachines.Tasks.TaskFailedException("TypeError", "x is undefined");
            }),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Path = $"{Hooked} NextStep WhatNext SetWeight Bake {Succeeded}",
        },
        Hook("a hook that errs when it has reported, beside an alarm that nobody told of") with
        {
            Release = new Release { Before = "hook", Strategy = "AllAtOnce", Alarms = "errors" },
            Arrange = (world, _) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                world.AddHook(async payload =>
                {
                    await world.ReportAsync(payload);
                    world.CloudWatch.Metric["errors"] = "ALARM";
                    throw new Local.StateMachines.Tasks.TaskFailedException("TypeError", "x is undefined");
                });
            },
            Says = "no traffic was moved: alarm 'errors' is in ALARM",
            Path = $"{Hooked} NextStep WhatNext ReadAlarms NextStep {Refused}",
        },
        Hook("a hook that never reports") with
        {
            Arrange = (world, _) => world.AddHook(_ => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null)),
            Says = "did not report within 3600 s",
        },
        Hook("a hook that reports too late") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.LaterAsync(3700, () =>
                Happenings.RefusedAsync<LifecycleEventAlreadyCompletedException>(() => world.ReportAsync(payload)))),
            Says = "did not report within 3600 s",
        },
        Hook("a hook with a time of its own that does not report") with
        {
            Release = new Release { Before = "{Function: hook, TimeoutSeconds: 45}", Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.AddHook(_ => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null)),
            Says = "did not report within 45 s",
        },
        Hook("a report after the deployment's end") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.LaterAsync(120, () =>
                Happenings.RefusedAsync<LifecycleEventAlreadyCompletedException>(() => world.ReportAsync(payload)))),
            Meanwhile = world => world.AtAsync(60, world.StopAsync),
            Says = "stopped by a request",
        },
        Hook("a report whose wake is lost counts when the wait is over") with
        {
            Arrange = (world, _) => world.AddHook(payload => world.LaterAsync(10, async () =>
            {
                world.Machines.Gate = _ => throw new TimeoutException("The network is gone.");
                await Happenings.RefusedAsync<TimeoutException>(() => world.ReportAsync(payload));
                world.Machines.Gate = _ => Task.CompletedTask;
            })),
            Outcome = DeploymentOutcome.Succeeded,
            Alias = "2",
            Path = $"{Hooked} NextStep WhatNext SetWeight Bake {Succeeded}",
        },
        Hook("a stop while a hook runs ends the wait at once") with
        {
            Arrange = (world, _) => world.AddHook(_ => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null)),
            Meanwhile = world => world.AtAsync(60, () => world.StopAsync()),
            Says = "stopped by a request",
        },
        Hook("an alarm while a hook runs ends the wait at once") with
        {
            Release = new Release { Before = "hook", Strategy = "AllAtOnce", Alarms = "errors" },
            Arrange = (world, _) =>
            {
                world.CloudWatch.Metric["errors"] = "OK";
                world.AddHook(_ => Task.FromResult<System.Text.Json.Nodes.JsonNode?>(null));
            },
            Meanwhile = world => world.AtAsync(60, () => world.AlarmAsync("errors")),
            Says = "alarm 'errors' is in ALARM",
        },
        Hook("a hook after the traffic that fails gives it back") with
        {
            Release = new Release { After = "hook", Strategy = "AllAtOnce" },
            Arrange = (world, _) => world.AddHook(payload => world.ReportAsync(payload, "Failed")),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "hook hook (AfterAllowTraffic) reported Failed",
            Path = $"{HookFound} SetWeight Bake {Decided} RunHook InvokeHook AwaitHook NextStep {Restored} Ended",
        },
    ];
}
