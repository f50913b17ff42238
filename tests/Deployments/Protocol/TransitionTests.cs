using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class TransitionTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Goes_exactly_this_way(string name)
    {
        var scenario = Scenarios.All.Single(scenario => scenario.Name == name);

        scenario.Course().ShouldHaveGone(scenario.Path);
        scenario.Course().Alias.ShouldBe(scenario.Alias);
    }

    [Fact]
    public void Every_transition_of_the_machine_is_walked()
    {
        var walked = Scenarios.All.SelectMany(scenario => scenario.Course().Transitions).ToHashSet();

        var defined = Walk.Of(DeploymentWorld.Definition);
        walked.Except(defined).ShouldBeEmpty("what is walked is a transition of the definition");
        defined.Except(walked).ShouldBeEmpty();
    }
}
