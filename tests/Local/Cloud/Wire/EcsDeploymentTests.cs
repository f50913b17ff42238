using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;

namespace Sluice.Local.Tests.Cloud.Wire;

/// <summary>A whole blue/green deployment of real processes behind a real listener, by the real client.</summary>
public sealed class EcsDeploymentTests
{
    [Fact]
    public async Task Traffic_moves_from_one_task_set_to_its_replacement()
    {
        await using var aws = await AwsClient.StartAsync();
        var port = new LoopbackPorts().Next();
        var (listener, blue) = await ListenAsync(aws, port);
        await ServeAsync(aws, blue);
        using var http = new HttpClient();
        var url = new Uri($"http://127.0.0.1:{port}/");
        (await http.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldBe("one");

        await GroupAsync(
            aws, listener,
            """{"terminateBlueInstancesOnDeploymentSuccess":{"action":"TERMINATE","terminationWaitTimeInMinutes":0},"deploymentReadyOption":{"actionOnTimeout":"CONTINUE_DEPLOYMENT","waitTimeInMinutes":0}}""");
        var revision = new JsonObject
        {
            ["revisionType"] = "AppSpecContent",
            ["appSpecContent"] = new JsonObject
            {
                ["content"] = AppSpec("shop:2"),
            },
        };
        var deployment = (string)(await aws.RunAsync(
            "deploy", "create-deployment", "--application-name", "shop", "--deployment-group-name", "live", "--revision", revision.ToJsonString()))["deploymentId"]!;

        (await EndAsync(aws, deployment)).ShouldBe("Succeeded");
        (await http.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldBe("two");
        var sets = (await aws.RunAsync("ecs", "describe-task-sets", "--cluster", "main", "--service", "shop"))["taskSets"]!.AsArray();
        sets.Single(set => (string?)set!["status"] == "PRIMARY")!["taskDefinition"]!.ToString().ShouldEndWith("shop:2");
    }

    /// <summary>The client registers the task definition, deploys it and waits. It reads both waits of the group, which nobody said.</summary>
    [Fact]
    public async Task The_clients_own_deploy_command_moves_a_service_of_CodeDeploys()
    {
        await using var aws = await AwsClient.StartAsync();
        var port = new LoopbackPorts().Next();
        var (listener, blue) = await ListenAsync(aws, port);
        await DefineAsync(aws);
        await aws.RunAsync(
            "ecs", "create-service", "--cluster", "main", "--service-name", "shop", "--desired-count", "1", "--deployment-controller", "type=CODE_DEPLOY",
            "--task-definition", "shop:1", "--load-balancers", $"targetGroupArn={blue},containerName=web,containerPort=8080");
        await UntilSteadyAsync(aws);
        using var http = new HttpClient();
        var url = new Uri($"http://127.0.0.1:{port}/");
        (await http.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldBe("one");
        await GroupAsync(
            aws, listener, "terminateBlueInstancesOnDeploymentSuccess={action=TERMINATE},deploymentReadyOption={actionOnTimeout=CONTINUE_DEPLOYMENT}");

        var said = await aws.TextAsync(
            "ecs", "deploy", "--cluster", "main", "--service", "shop", "--task-definition", Write(aws, "task.json", Definition("three")), "--codedeploy-appspec", Write(aws, "appspec.yaml", AppSpec("overwritten")),
            "--codedeploy-application", "shop", "--codedeploy-deployment-group", "live");

        said.ShouldContain("Successfully deployed arn:aws:ecs:us-east-1:");
        said.ShouldContain("task-definition/shop:3 to service 'shop'");
        (await http.GetStringAsync(url, TestContext.Current.CancellationToken)).ShouldBe("three");
    }

    private static string Write(AwsClient aws, string name, string content)
    {
        var path = Path.Combine(aws.Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    private static string AppSpec(string definition) =>
        $"{{version: 0.0, Resources: [{{TargetService: {{Type: 'AWS::ECS::Service', Properties: {{TaskDefinition: '{definition}', LoadBalancerInfo: {{ContainerName: web, ContainerPort: 8080}}}}}}}}]}}";

    private static string Definition(string release) => new JsonObject { ["family"] = "shop", ["containerDefinitions"] = JsonNode.Parse(Containers(release)) }.ToJsonString();

    private static string Containers(string release) =>
        $$$"""[{"name":"web","image":"file:{{{Path.Combine(AppContext.BaseDirectory, "TestService")}}}","command":["dotnet","Sluice.TestService.dll"],"environment":[{"name":"RELEASE","value":"{{{release}}}"}],"portMappings":[{"containerPort":8080}]}]""";

    private static async Task<(string Listener, string Blue)> ListenAsync(AwsClient aws, int port)
    {
        var balancer = (string)(await aws.RunAsync("elbv2", "create-load-balancer", "--name", "shop"))["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        var groups = new List<string>();
        foreach (var name in new[] { "blue", "green" })
        {
            var created = await aws.RunAsync("elbv2", "create-target-group", "--name", name, "--protocol", "HTTP", "--port", "80", "--target-type", "ip", "--health-check-path", "/health");
            groups.Add((string)created["TargetGroups"]![0]!["TargetGroupArn"]!);
        }

        var forward = $$$"""[{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"{{{groups[0]}}}","Weight":1},{"TargetGroupArn":"{{{groups[1]}}}","Weight":0}]}}]""";
        var listener = await aws.RunAsync("elbv2", "create-listener", "--load-balancer-arn", balancer, "--protocol", "HTTP", "--port", port.ToString(), "--default-actions", forward);
        return ((string)listener["Listeners"]![0]!["ListenerArn"]!, groups[0]);
    }

    private static async Task DefineAsync(AwsClient aws)
    {
        await aws.RunAsync("ecs", "create-cluster", "--cluster-name", "main");
        foreach (var release in new[] { "one", "two" })
        {
            await aws.RunAsync("ecs", "register-task-definition", "--family", "shop", "--container-definitions", Containers(release));
        }
    }

    private static async Task ServeAsync(AwsClient aws, string blue)
    {
        await DefineAsync(aws);
        await aws.RunAsync("ecs", "create-service", "--cluster", "main", "--service-name", "shop", "--desired-count", "1", "--deployment-controller", "type=EXTERNAL");
        var set = await aws.RunAsync(
            "ecs", "create-task-set", "--cluster", "main", "--service", "shop", "--task-definition", "shop:1", "--load-balancers", $"targetGroupArn={blue},containerName=web,containerPort=8080");
        var arn = (string)set["taskSet"]!["taskSetArn"]!;
        await aws.RunAsync("ecs", "update-service-primary-task-set", "--cluster", "main", "--service", "shop", "--primary-task-set", arn);
        await UntilSteadyAsync(aws);
    }

    private static async Task UntilSteadyAsync(AwsClient aws)
    {
        while ((string?)(await aws.RunAsync("ecs", "describe-task-sets", "--cluster", "main", "--service", "shop"))["taskSets"]![0]!["stabilityStatus"] != "STEADY_STATE")
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task GroupAsync(AwsClient aws, string listener, string waits)
    {
        await aws.RunAsync("deploy", "create-application", "--application-name", "shop", "--compute-platform", "ECS");
        await aws.RunAsync(
            "deploy", "create-deployment-group", "--application-name", "shop", "--deployment-group-name", "live", "--service-role-arn", "arn:aws:iam::123456789012:role/deploy",
            "--deployment-config-name", "CodeDeployDefault.ECSAllAtOnce", "--deployment-style", "deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL",
            "--ecs-services", "serviceName=shop,clusterName=main",
            "--blue-green-deployment-configuration", waits,
            "--load-balancer-info", $$$"""{"targetGroupPairInfoList":[{"targetGroups":[{"name":"blue"},{"name":"green"}],"prodTrafficRoute":{"listenerArns":["{{{listener}}}"]}}]}""");
    }

    private static async Task<string> EndAsync(AwsClient aws, string deployment)
    {
        while (true)
        {
            var info = (await aws.RunAsync("deploy", "get-deployment", "--deployment-id", deployment))["deploymentInfo"]!;
            var status = (string)info["status"]!;
            if (status is "Succeeded")
            {
                return status;
            }

            status.ShouldNotBe("Failed", info.ToJsonString());
            status.ShouldNotBe("Stopped", info.ToJsonString());
        }
    }
}
