using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>
/// An alarm that fires while nobody is told: CloudWatch's event may be late, or lost. The alarm's state changes before each call that is made in turn, the terminal write's too,
/// and the event comes when all is over.
/// </summary>
public sealed class LateAlarmTests
{
    private static readonly Dictionary<string, Release> _releases = new()
    {
        ["a canary"] = new Release { Alarms = "errors" },
        ["all at once"] = new Release { Alarms = "errors", Strategy = "AllAtOnce" },
        ["a bake after all traffic"] = new Release { Alarms = "errors", Strategy = "Steps.10@5s", Settings = new() { ["FinalBake"] = "1m" } },
        ["a hook after all traffic"] = new Release { Alarms = "errors", Strategy = "Steps.10@5s", After = "hook" },
        ["a judged canary"] = new Release { Alarms = "errors", Analysis = ["Period: 1", "Metrics:", "  - Name: ErrorRate"] },
    };

    private static readonly Dictionary<string, EcsRelease> _services = new()
    {
        ["a canary"] = new EcsRelease { Alarms = ["errors"] },
        ["a wait before termination"] = new EcsRelease { Alarms = ["errors"], Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) },
        ["an original that is kept"] = new EcsRelease { Alarms = ["errors"], Strategy = "AllAtOnce", Waits = new EcsWaits(null, false, 0, 60) },
        ["a hook after all traffic"] = new EcsRelease { Alarms = ["errors"], Strategy = "AllAtOnce", Hooks = [LifecycleEvents.AfterAllowTraffic] },
    };

    public static TheoryData<string> Releases => [.. _releases.Keys];

    public static TheoryData<string> Services => [.. _services.Keys];

    [Theory]
    [MemberData(nameof(Releases))]
    public void An_alarm_that_fires_up_to_the_last_reading_rolls_a_function_back(string name) => Try(
        world => world.StartAsync(_releases[name].Manifest(world.Objects), _releases[name].Configuration()),
        last: call => call is "SetWeight");

    [Theory]
    [MemberData(nameof(Services))]
    public void An_alarm_that_fires_up_to_the_last_reading_rolls_a_service_back(string name) => Try(
        world => world.StartAsync(_services[name]),
        // What ends the original cannot be taken back; until then it can.
        last: call => call is "SetWeight" or "SetPrimary");

    private static void Try(Func<DeploymentWorld, Task> start, Func<string, bool> last)
    {
        using var quiet = Run(start, firesBefore: null);
        var calls = quiet.Cloud.Calls.Select(call => call.StateName).ToList();
        quiet.ShouldHaveEnded(DeploymentOutcome.Succeeded);
        var reading = calls.FindIndex(calls.FindLastIndex(call => last(call)), call => call == "ReadAlarms");
        reading.ShouldBeGreaterThan(0, "the alarms are read once more when all traffic is moved");

        for (var n = 0; n < calls.Count; n++)
        {
            using var world = Run(start, n);
            var outcome = world.Time.Run(world.RecordAsync).Outcome;
            var moment = $"{calls[n]}, call {n} of {calls.Count}";
            world.ShouldHaveEnded(outcome!.Value);
            if (n <= reading)
            {
                outcome.ShouldBeOneOf([DeploymentOutcome.RolledBack, DeploymentOutcome.Failed], moment);
            }
        }
    }

    private static DeploymentWorld Run(Func<DeploymentWorld, Task> start, int? firesBefore)
    {
        var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        world.AddHook(world.ReportAsync);
        world.ReportFrom($"hook-{LifecycleEvents.AfterAllowTraffic}");
        world.CloudWatch.Metric["errors"] = "OK";
        world.CloudWatch.Series = (metric, _, _) => metric == "Invocations" ? 50 : null;
        world.Cloud.Before = (n, _) =>
        {
            world.CloudWatch.Metric["errors"] = n >= firesBefore ? "ALARM" : "OK";
            return Task.CompletedTask;
        };
        world.Time.Run(async () =>
        {
            await start(world);
            await world.CompleteAsync();
            await world.TellAlarmAsync("errors");
        });
        return world;
    }
}
