using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Cloud.Containers;

/// <summary>What ECS, or this machine, refuses, with what was expected.</summary>
public sealed class ContainerRefusalTests
{
    private const string Web = "{'Name':'web','Image':'file:/tmp','Command':['run']}";
    private const string External = "'DeploymentController':{'Type':'EXTERNAL'}";

    [Theory]
    [InlineData("createCluster", "{'ClusterName':'a b'}", "InvalidParameterException", "The cluster's name 'a b' must be 1 to 255 letters, digits, '-' and '_'")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'a b'," + External + "}", "InvalidParameterException", "The service's name 'a b' must be 1 to 255")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'x','DesiredCount':-1," + External + "}", "InvalidParameterException", "desiredCount cannot be negative")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'x','SchedulingStrategy':'DAEMON'," + External + "}", "InvalidParameterException", "The scheduling strategy is 'DAEMON'; this machine has REPLICA")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'x','LoadBalancers':[]," + External + "}", "InvalidParameterException", "Load balancers belong to the task sets")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'x'}", "InvalidParameterException", "TaskDefinition cannot be blank")]
    [InlineData("createService", "{'Cluster':'main','ServiceName':'shop','DesiredCount':9," + External + "}", "InvalidParameterException", "Creation of service was not idempotent")]
    [InlineData("createService", "{'ServiceName':'x','DeploymentController':{'Type':'ME'},'LaunchType':'MOON'}", "InvalidParameterException", "2 validation errors detected: Value 'MOON' at 'launchType' failed to satisfy constraint: Member must satisfy enum value set: [EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES]; Value 'ME' at 'deploymentController.type'")]
    [InlineData("registerTaskDefinition", "{'Family':'x','NetworkMode':'token-ring','ContainerDefinitions':[" + Web + "]}", "InvalidParameterException", "Value 'token-ring' at 'networkMode' failed to satisfy constraint: Member must satisfy enum value set: [bridge, host, awsvpc, none]")]
    [InlineData("updateService", "{'Cluster':'main','Service':'shop','DesiredCount':-1}", "InvalidParameterException", "desiredCount cannot be negative")]
    [InlineData("deleteService", "{'Cluster':'main','Service':'shop'}", "InvalidParameterException", "scaled above 0; force ends them too")]
    [InlineData("deleteService", "{'Cluster':'main'}", "InvalidParameterException", "Value null at 'service' failed to satisfy constraint: Member must not be null")]
    [InlineData("createTaskSet", "{'Service':'shop','TaskDefinition':'shop'}", "InvalidParameterException", "Value null at 'cluster' failed to satisfy constraint: Member must not be null")]
    [InlineData("createTaskSet", "{'Cluster':'main','Service':'shop'}", "InvalidParameterException", "Value null at 'taskDefinition' failed to satisfy constraint: Member must not be null")]
    [InlineData("createTaskSet", "{'Cluster':'main','Service':'shop','TaskDefinition':'shop','LoadBalancers':[{'TargetGroupArn':'GREEN'}]}", "InvalidParameterException", "needs targetGroupArn, containerName and containerPort")]
    [InlineData("createTaskSet", "{'Cluster':'main','Service':'shop','TaskDefinition':'shop','ExternalId':'other','ClientToken':'first'}", "InvalidParameterException", "Creation of task set was not idempotent")]
    [InlineData("describeTaskSets", "{'Service':'shop'}", "InvalidParameterException", "Value null at 'cluster' failed to satisfy constraint: Member must not be null")]
    [InlineData("updateTaskSet", "{'Cluster':'main','Service':'shop','TaskSet':'SET'}", "InvalidParameterException", "Value null at 'scale' failed to satisfy constraint: Member must not be null")]
    [InlineData("updateTaskSet", "{'Cluster':'main','Service':'shop','TaskSet':'SET','Scale':{}}", "InvalidParameterException", "The scale's value is absent, and must be 0 to 100")]
    [InlineData("registerTaskDefinition", "{'Family':'a b','ContainerDefinitions':[" + Web + "]}", "ClientException", "Family 'a b' must be 1 to 255 letters, digits, '-' and '_'")]
    [InlineData("registerTaskDefinition", "{'Family':'x','ContainerDefinitions':[]}", "ClientException", "Container list cannot be empty")]
    [InlineData("registerTaskDefinition", "{'Family':'x','ContainerDefinitions':[" + Web + "," + Web + "]}", "ClientException", "a task definition has one container; x has 2")]
    [InlineData("registerTaskDefinition", "{'Family':'x','ContainerDefinitions':[{'Name':'web','Command':['run']}]}", "ClientException", "Container.image should not be null or empty")]
    [InlineData("registerTaskDefinition", "{'Family':'x','ContainerDefinitions':[{'Name':'web','Image':'file:/tmp','Command':['run'],'Essential':false}]}", "ClientException", "so it must be essential")]
    [InlineData("registerTaskDefinition", "{'Family':'x','ContainerDefinitions':[{'Name':'web','Image':'file:/tmp','Command':['run'],'Environment':[{'Value':'1'}]}]}", "ClientException", "a variable without a name")]
    public async Task A_request_that_cannot_be_is_refused_with_what_was_expected(string operation, string request, string error, string says)
    {
        await using var shop = await Shop.StartAsync(desiredCount: 1);
        await shop.DefineAsync("one");
        var set = (string)(await shop.CallAsync("createTaskSet", new { Cluster = "main", Service = "shop", TaskDefinition = "shop", ClientToken = "first" }))["TaskSet"]!["TaskSetArn"]!;

        var refused = await shop.Cloud.RefusedAsync(
            $"ecs:{operation}", JsonNode.Parse(request.Replace('\'', '"').Replace("GREEN", shop.Green, StringComparison.Ordinal).Replace("\"SET\"", $"\"{set}\"", StringComparison.Ordinal))!);

        refused.Error.ShouldBe($"Ecs.{error}", refused.Cause);
        refused.Cause.ShouldContain(says);
    }

    [Fact]
    public async Task A_service_has_at_most_five_task_sets()
    {
        await using var shop = await Shop.StartAsync(desiredCount: 0);
        await shop.DefineAsync("one");
        object request = new { Cluster = "main", Service = "shop", TaskDefinition = "shop" };
        for (var n = 0; n < 5; n++)
        {
            await shop.CallAsync("createTaskSet", request);
        }

        (await shop.Cloud.RefusedAsync("ecs:createTaskSet", request)).ShouldBe(("Ecs.LimitExceededException", "A service has at most 5 task sets."));
    }
}
