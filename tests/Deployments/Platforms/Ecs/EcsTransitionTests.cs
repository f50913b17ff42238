using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

public sealed class EcsTransitionTests
{
    public static TheoryData<string> Names => [.. EcsScenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Goes_exactly_this_way(string name)
    {
        var scenario = EcsScenarios.All.Single(scenario => scenario.Name == name);

        scenario.Course().ShouldHaveGone(scenario.Path);
    }

    [Fact]
    public void Every_transition_of_the_machine_is_walked()
    {
        var walked = EcsScenarios.All.SelectMany(scenario => scenario.Course().Transitions).ToHashSet();

        var defined = Walk.Of(DeploymentWorld.EcsDefinition);
        walked.Except(defined).ShouldBeEmpty("what is walked is a transition of the definition");
        defined.Except(walked).ShouldBeEmpty();
    }
}
