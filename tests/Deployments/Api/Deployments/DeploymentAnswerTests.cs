using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Tests.Refusals;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Api.Deployments;

public sealed class DeploymentAnswerTests
{
    private static readonly string[] _always =
    [
        "deploymentId", "status", "createTime", "creator", "computePlatform", "deploymentStyle", "fileExistsBehavior", "ignoreApplicationStopFailures",
        "updateOutdatedInstancesOnly", "instanceTerminationWaitTimeStarted", "deploymentStatusMessages",
    ];

    [Theory]
    [InlineData(RefusedWorld.Baking)]
    [InlineData(RefusedWorld.Created)]
    [InlineData(RefusedWorld.Ended)]
    public async Task What_CodeDeploy_always_answers_is_there_though_nobody_said_it(string deployment)
    {
        using var world = await RefusedWorld.CreateAsync();

        var info = (await world.CallAsync("GetDeployment", new() { ["deploymentId"] = deployment }))["deploymentInfo"]!.AsObject();

        _always.Where(name => info[name] is null).ShouldBeEmpty();
        ((string)info["fileExistsBehavior"]!).ShouldBe("DISALLOW");
    }

    [Fact]
    public void So_is_it_of_a_pipelines_deployment()
    {
        var told = DeploymentDescription.Of(Samples.Ended("d-ENDED0000", DateTimeOffset.UnixEpoch, DeploymentOutcome.Succeeded) with { Request = null });

        told.DeploymentStyle.ShouldBe(new DeploymentStyle { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL });
        $"{told.FileExistsBehavior} {told.IgnoreApplicationStopFailures} {told.UpdateOutdatedInstancesOnly}".ShouldBe("DISALLOW False False");
    }
}
