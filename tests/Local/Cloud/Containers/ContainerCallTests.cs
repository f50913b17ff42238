using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Tests.Cloud.Containers;

public sealed class ContainerCallTests
{
    [Theory]
    [InlineData("describeServices", """{"Cluster":"nobody","Services":["shop"]}""", "ClusterNotFoundException")]
    [InlineData("describeServices", """{"Cluster":"main"}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"nobody","ServiceName":"x","DeploymentController":{"Type":"EXTERNAL"}}""", "ClusterNotFoundException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"shop","DesiredCount":9,"DeploymentController":{"Type":"EXTERNAL"}}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"x","TaskDefinition":"shop","DeploymentController":{"Type":"EXTERNAL"}}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"x","DeploymentController":{"Type":"OWN"}}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"x","TaskDefinition":"shop","DeploymentController":{"Type":"CODE_DEPLOY"}}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"x","LoadBalancers":[{"TargetGroupArn":"GREEN","ContainerName":"web","ContainerPort":8080}],"DeploymentController":{"Type":"CODE_DEPLOY"}}""", "InvalidParameterException")]
    [InlineData("createService", """{"Cluster":"main","ServiceName":"x","TaskDefinition":"shop","LoadBalancers":[{"TargetGroupArn":"nobody","ContainerName":"web","ContainerPort":8080}],"DeploymentController":{"Type":"CODE_DEPLOY"}}""", "InvalidParameterException")]
    [InlineData("describeTaskSets", """{"Cluster":"main","Service":"nobody"}""", "ServiceNotFoundException")]
    [InlineData("deleteTaskSet", """{"Cluster":"main","Service":"shop","TaskSet":"nobody"}""", "TaskSetNotFoundException")]
    [InlineData("updateTaskSet", """{"Cluster":"main","Service":"shop","TaskSet":"nobody","Scale":{"Value":1,"Unit":"PERCENT"}}""", "TaskSetNotFoundException")]
    [InlineData("updateTaskSet", """{"Cluster":"main","Service":"shop","TaskSet":"nobody","Scale":{"Value":101,"Unit":"PERCENT"}}""", "InvalidParameterException")]
    [InlineData("updateServicePrimaryTaskSet", """{"Cluster":"main","Service":"shop","PrimaryTaskSet":"nobody"}""", "TaskSetNotFoundException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"nobody:1"}""", "ClientException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"nobody","TaskDefinition":"shop"}""", "ServiceNotFoundException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"rolling","TaskDefinition":"shop"}""", "InvalidParameterException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"ended","TaskDefinition":"shop"}""", "ServiceNotActiveException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"shop","LoadBalancers":[{"TargetGroupArn":"nobody","ContainerName":"web","ContainerPort":8080}]}""", "InvalidParameterException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"shop","LoadBalancers":[{"TargetGroupArn":"GREEN","ContainerName":"db","ContainerPort":8080}]}""", "InvalidParameterException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"shop","LoadBalancers":[{"TargetGroupArn":"GREEN","ContainerName":"web","ContainerPort":1}]}""", "InvalidParameterException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"shop","Scale":{"Value":5,"Unit":"TASKS"}}""", "InvalidParameterException")]
    [InlineData("createTaskSet", """{"Cluster":"main","Service":"shop","TaskDefinition":"shop","Nonsense":1}""", "InvalidParameterException")]
    public async Task What_ecs_refuses_is_refused_by_its_name(string operation, string request, string error)
    {
        await using var shop = await Shop.StartAsync(desiredCount: 0);
        await shop.DefineAsync("one");
        await shop.CallAsync("createService", new { Cluster = "main", ServiceName = "rolling", TaskDefinition = "shop" });
        await shop.CallAsync("createService", new { Cluster = "main", ServiceName = "ended", DeploymentController = new { Type = "EXTERNAL" } });
        await shop.CallAsync("deleteService", new { Cluster = "main", Service = "ended" });

        (await shop.RefusalAsync(operation, JsonNode.Parse(request.Replace("GREEN", shop.Green, StringComparison.Ordinal))!)).ShouldBe("Ecs." + error);
    }

    [Fact]
    public async Task A_target_group_that_no_listener_forwards_to_is_refused_as_ecs_does()
    {
        await using var shop = await Shop.StartAsync(desiredCount: 0);
        var definition = await shop.DefineAsync("one");
        var alone = await shop.Balanced.GroupAsync("alone");

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => shop.CallAsync("createTaskSet", shop.Request(definition, alone)));

        refusal.Cause.ShouldContain("does not have an associated load balancer");
    }

    [Theory]
    [InlineData("""{"Name":"web","Image":"nginx:latest","Command":["run"]}""", "file:DIR")]
    [InlineData("""{"Name":"web","Image":"file:relative","Command":["run"]}""", "file:DIR")]
    [InlineData("""{"Name":"web","Image":"file:/tmp"}""", "command")]
    [InlineData("""{"Image":"file:/tmp","Command":["run"]}""", "name")]
    [InlineData("""{"Name":"web","Image":"file:/tmp","Command":["run"],"StopTimeout":121}""", "stopTimeout")]
    [InlineData("""{"Name":"web","Image":"file:/tmp","Command":["run"],"Secrets":[]}""", "Secrets")]
    public async Task A_container_that_cannot_be_a_process_here_is_refused_with_what_is_expected(string container, string named)
    {
        await using var cloud = new CloudUnderTest();
        await cloud.StartAsync();

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync(
            "ecs:registerTaskDefinition", new JsonObject { ["Family"] = "shop", ["ContainerDefinitions"] = new JsonArray(JsonNode.Parse(container)) }));

        refusal.Cause.ShouldContain(named);
    }

    [Fact]
    public async Task Services_are_described_with_their_controller_and_who_is_not_there_is_a_failure_in_the_answer()
    {
        await using var shop = await Shop.StartAsync(desiredCount: 4);

        var answer = await shop.CallAsync("describeServices", new { Cluster = "main", Services = new[] { "arn:aws:ecs:us-east-1:000000000000:service/main/shop", "nobody" } });

        var service = answer["Services"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)service["Status"]).ShouldBe("ACTIVE");
        ((int)service["DesiredCount"]!).ShouldBe(4);
        ((string?)service["DeploymentController"]!["Type"]).ShouldBe("EXTERNAL");
        answer["Failures"]!.ToJsonString().ShouldBe("""[{"Arn":"arn:aws:ecs:us-east-1:000000000000:service/main/nobody","Reason":"MISSING"}]""");
    }

    [Fact]
    public async Task A_revision_counts_up_and_an_image_that_is_not_there_is_told_in_the_services_events()
    {
        await using var shop = await Shop.StartAsync();
        (await shop.DefineAsync("one")).ShouldEndWith("shop:1");
        (await shop.DefineAsync("two")).ShouldEndWith("shop:2");
        await shop.CallAsync("registerTaskDefinition", JsonNode.Parse("""{"Family":"gone","ContainerDefinitions":[{"Name":"web","Image":"file:/nowhere/at/all","Command":["run"]}]}""")!);

        await shop.CallAsync("createTaskSet", new { Cluster = "main", Service = "shop", TaskDefinition = "gone" });

        await Shop.UntilAsync(async () => (await shop.ServiceAsync())["Events"]!.AsArray().Any(one => ((string)one!["Message"]!).Contains("CannotPullContainerError: there is no folder /nowhere/at/all")));
    }
}
