using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class CrowdTests
{
    [Fact]
    public void Many_deployments_at_once_all_end_and_none_is_stuck()
    {
        const int count = 100;
        using var world = new DeploymentWorld();
        var crowd = new Crowd(world);

        for (var batch = 0; batch < 2; batch++)
        {
            crowd.Run(count).ShouldAllBe(end => end == Crowd.AsItShould);

            crowd.AtOnce.ShouldBe(count);
            world.Executions.Count.ShouldBe(count, "one execution each, none recovered");
            crowd.LeftOver().ShouldBe(0);
            world.Forget();
        }
    }
}
