using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Tests.ControlPlane.Groups;

public sealed class ECSServiceTests
{
    [Theory]
    [InlineData("web", "arn:aws:ecs:us-east-1:123456789012:cluster/shop")]
    [InlineData("arn:aws:ecs:us-east-1:123456789012:service/shop/web", "shop")]
    [InlineData("web", "shop")]
    public void A_service_is_one_however_it_is_said_so_that_it_has_one_group_and_one_name(string service, string cluster)
    {
        var said = new ECSService { ServiceName = service, ClusterName = cluster };

        said.ByName().ShouldBe(new ECSService { ServiceName = "web", ClusterName = "shop" });
        GroupKeys.Service(said).ShouldBe(GroupKeys.Service(new ECSService { ServiceName = "web", ClusterName = "shop" }));
    }
}
