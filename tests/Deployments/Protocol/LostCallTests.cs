using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Each call that the machine makes, once lost before its effect, once after it, once delivered twice.</summary>
public sealed class LostCallTests
{
    private static readonly string[] _ways = ["lost before", "lost after", "twice"];

    private static readonly Dictionary<string, Scenario> _scenarios = Scenarios.All
        .Where(scenario => scenario.Name is "a canary with its own alarm" or "a judged canary" or "a judged canary that is worse" or "hooks before and after that succeed" or "a stop in the bake rolls back"
            or "a first deployment makes the alias" or "a first deployment whose last hook fails removes its alias" or "a function that does not exist is created"
            or "the version in service has nothing to shift" or "a hook that is nobody's is refused before any change")
        .ToDictionary(scenario => scenario.Name);

    public static TheoryData<string, string> Cases => [.. _scenarios.Keys.SelectMany(name => _ways.Select(way => (name, way)))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_lost_or_repeated_call_changes_no_end(string name, string way)
    {
        var scenario = _scenarios[name];
        using var undisturbed = scenario.Run();
        for (var n = 0; n < undisturbed.Cloud.Calls.Count; n++)
        {
            var call = undisturbed.Cloud.Calls[n];
            using var world = Disturbed(scenario, n, way).Run();

            world.ShouldHaveEnded(scenario.Outcome, scenario.Says);
            world.Alias().ShouldBe(scenario.Alias, $"call {n} ({call.StateName}) {way}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_call_that_keeps_failing_from_some_moment_on_ends_properly_and_never_hangs(string name, string way)
    {
        var scenario = _scenarios[name];
        using var undisturbed = scenario.Run();
        foreach (var state in undisturbed.Cloud.Calls.Select(call => call.StateName).Distinct().Where(state => way != "twice" && state is not ("MarkDirty" or "PlanRollback")))
        {
            using var world = (scenario with
            {
                Arrange = (world, moments) =>
                {
                    scenario.Arrange(world, moments);
                    if (way == "lost before")
                    {
                        moments.Fail(state);
                    }
                    else
                    {
                        moments.After(state, () => throw new Local.StateMachines.Tasks.TaskFailedException("Lambda.SdkClientException", "lost"), nth: 0);
                    }
                },
            }).Run();

            world.ShouldHaveEnded(world.Time.Run(world.RecordAsync).Outcome!.Value);
        }
    }

    private static Scenario Disturbed(Scenario scenario, int number, string way) => scenario with
    {
        Arrange = (world, moments) =>
        {
            scenario.Arrange(world, moments);
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
        },
    };
}
