using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>Each call that the machine makes, once lost before its effect, once after it, once delivered twice.</summary>
public sealed class EcsLostCallTests
{
    private static readonly string[] _names =
    [
        "a canary moves all traffic and ends the original", "all hooks run, each in its place", "a stop in the bake gives the traffic back and ends the replacement",
        "a last hook that never reports gives the primary back", "the wait before termination ends by itself", "a judged canary goes on",
        "a listener goes back in steps", "an alarm that fires after all traffic gives it back while the original is there",
    ];

    public static TheoryData<string, string> Cases => [.. _names.SelectMany(name => new[] { "lost before", "lost after", "twice" }.Select(way => (name, way)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_lost_or_repeated_call_changes_no_end(string name, string way)
    {
        var scenario = EcsScenarios.All.Single(scenario => scenario.Name == name);
        using var undisturbed = scenario.Run();
        for (var n = 0; n < undisturbed.Cloud.Calls.Count; n++)
        {
            var number = n;
            using var world = scenario.Run(world => Disturb(world, number, way));

            world.ShouldHaveEnded(scenario.Outcome, scenario.Says);
        }
    }

    [Theory]
    [InlineData("a canary moves all traffic and ends the original")]
    [InlineData("all hooks run, each in its place")]
    [InlineData("a stop in the wait before termination gives all back")]
    public void A_stop_or_an_alarm_at_any_moment_ends_properly(string name)
    {
        var scenario = EcsScenarios.All.Single(scenario => scenario.Name == name);
        scenario = scenario with { Release = scenario.Release with { Alarms = ["errors"] } };
        using var undisturbed = scenario.Run(world => world.CloudWatch.Metric["errors"] = "OK");
        for (var n = 0; n < undisturbed.Cloud.Calls.Count; n++)
        {
            foreach (var after in new[] { false, true })
            {
                var number = n;
                using var world = scenario.Run(world => Alarm(world, number, after));

                world.ShouldHaveEnded(world.Time.Run(world.RecordAsync).Outcome.ShouldNotBeNull($"call {n}"));
            }
        }
    }

    private static void Disturb(DeploymentWorld world, int number, string way)
    {
        var (before, after) = (world.Cloud.Before, world.Cloud.After);
        if (way == "twice")
        {
            world.Cloud.Twice = (n, _) => n == number;
        }
        else if (way == "lost before")
        {
            world.Cloud.Before = (n, call) => n == number ? throw FakeCloud.Lost(call) : before(n, call);
        }
        else
        {
            world.Cloud.After = (n, call) => n == number ? throw FakeCloud.Lost(call) : after(n, call);
        }
    }

    private static void Alarm(DeploymentWorld world, int number, bool isAfter)
    {
        world.CloudWatch.Metric["errors"] = "OK";
        var (before, after) = (world.Cloud.Before, world.Cloud.After);
        world.Cloud.Before = async (n, call) =>
        {
            await (n == number && !isAfter ? world.TellAlarmAsync("errors") : Task.CompletedTask);
            await before(n, call);
        };
        world.Cloud.After = async (n, call) =>
        {
            await (n == number && isAfter ? world.TellAlarmAsync("errors") : Task.CompletedTask);
            await after(n, call);
        };
    }
}
