using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>The events of each end are held to it in every scenario; here it is seen that the scenarios have every end and every cause.</summary>
public sealed class EndEventTests
{
    [Fact]
    public void Every_end_and_every_cause_is_told_on_both_platforms()
    {
        var lambda = Scenarios.All.Select(scenario => Told(scenario.Course()));
        var ecs = EcsScenarios.All.Select(scenario => Told(scenario.Course()));

        foreach (var told in new[] { lambda.ToHashSet(), ecs.ToHashSet() })
        {
            told.Select(end => end.Outcome).OfType<DeploymentOutcome>().Distinct().ShouldBe(Enum.GetValues<DeploymentOutcome>(), ignoreOrder: true);
            told.Select(end => end.Cause).OfType<StopCause>().Distinct().ShouldBe(Enum.GetValues<StopCause>(), ignoreOrder: true);
        }
    }

    private static (DeploymentOutcome? Outcome, StopCause? Cause) Told(Course course)
    {
        course.Fault.ShouldBeNull(course.Fault?.ToString());
        return (course.Record.Outcome, course.Record.Stop?.Cause);
    }
}
