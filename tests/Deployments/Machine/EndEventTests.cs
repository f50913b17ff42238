using Sluice.Deployments.Records;
using Sluice.Deployments.Tests.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Machine;

/// <summary>The events of each end are held to it in every scenario; here it is seen that the scenarios have every end and every cause.</summary>
public sealed class EndEventTests
{
    [Fact]
    public void Every_end_and_every_cause_is_told_on_both_platforms()
    {
        var lambda = Scenarios.All.Select(scenario => Told(scenario.Run())).ToHashSet();
        var ecs = EcsScenarios.All.Select(scenario => Told(scenario.Run())).ToHashSet();

        foreach (var told in new[] { lambda, ecs })
        {
            told.Select(end => end.Outcome).Distinct().ShouldBe(Enum.GetValues<DeploymentOutcome>(), ignoreOrder: true);
            told.Select(end => end.Cause).OfType<StopCause>().Distinct().ShouldBe(Enum.GetValues<StopCause>(), ignoreOrder: true);
        }
    }

    private static (DeploymentOutcome Outcome, StopCause? Cause) Told(DeploymentWorld world)
    {
        using (world)
        {
            var record = world.Time.Run(world.RecordAsync);
            world.ShouldHaveEnded(record.Outcome.ShouldNotBeNull());
            return (record.Outcome.Value, record.Stop?.Cause);
        }
    }
}
