using Sluice.Deployments.Protocol;
using Sluice.Deployments.Tests.Protocol;
using Sluice.Deployments.Tests.World;

namespace Sluice.Decisions.Tests;

/// <summary>The courses of a function's deployment, each run for this test alone: what is kept from another test would be another mutant's.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Goes_exactly_this_way(string name)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);

        var course = Course.Of(scenario.Run(), DeploymentWorld.Definition, scenario.Outcome, scenario.Says);

        course.ShouldHaveGone(scenario.Path);
        course.Alias.ShouldBe(scenario.Alias);
    }
}
