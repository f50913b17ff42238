using Sluice.Deployments.Shapes;
using Sluice.Local.Commands.Narration;

namespace Sluice.Local.Tests.Commands.Narration;

public sealed class OpenDeploymentsTests
{
    private static readonly DeploymentInfo _info = new()
    {
        DeploymentId = "d-1",
        Status = DeploymentStatus.InProgress,
        ComputePlatform = ComputePlatform.Lambda,
        Creator = DeploymentCreator.user,
        CreateTime = DateTimeOffset.UnixEpoch,
        ApplicationName = "shop",
        DeploymentGroupName = "live",
    };

    [Fact]
    public void One_that_goes_on_is_named() => OpenDeployments.Text(_info).ShouldBe("shop/live, deployment d-1, InProgress");

    [Fact]
    public void One_that_waits_says_for_what() => OpenDeployments.Text(_info with { Status = DeploymentStatus.Ready, DeploymentStatusMessages = ["waits at 20 %"] })
        .ShouldBe("shop/live, deployment d-1, Ready: waits at 20 %");
}
