using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Deployments.Api.Applications;
using Sluice.Deployments.Api.Groups;
using Sluice.Deployments.Shapes;
using Sluice.Local.Host;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>A data folder with a service without tasks, a listener with two target groups, and a group of deployments to them. What the tasks are can be told from all other processes.</summary>
internal sealed class EcsShop : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-ecs-").FullName;
    private string _listener = "";

    /// <summary>What the command lines of its tasks name.</summary>
    public string Folder => _folder;

    public string Data => Path.Combine(_folder, "data");

    public static async Task<EcsShop> MakeAsync(params string[] releases)
    {
        var shop = new EcsShop();
        await using var suite = await shop.OpenAsync();
        await shop.MakeListenerAsync(suite);
        await CallAsync(suite, "ecs:createCluster", new JsonObject { ["ClusterName"] = "main" });
        await CallAsync(suite, "ecs:createService", new JsonObject
        {
            ["Cluster"] = "main", ["ServiceName"] = "shop", ["DesiredCount"] = 1, ["DeploymentController"] = new JsonObject { ["Type"] = "EXTERNAL" },
        });
        foreach (var release in releases)
        {
            await CallAsync(suite, "ecs:registerTaskDefinition", shop.Definition(release));
        }

        await shop.MakeGroupAsync(suite);
        return shop;
    }

    /// <summary>What is there now, in words.</summary>
    public async Task<string> StateAsync()
    {
        await using var suite = await OpenAsync();
        var sets = await CallAsync(suite, "ecs:describeTaskSets", new JsonObject { ["Cluster"] = "main", ["Service"] = "shop" });
        var listeners = await CallAsync(suite, "elasticloadbalancingv2:describeListeners", new JsonObject { ["ListenerArns"] = new JsonArray(_listener) });
        var weights = listeners["Listeners"]![0]!["DefaultActions"]![0]!["ForwardConfig"]!["TargetGroups"]!.AsArray()
            .Select(group => $"{Name(group!)} {group!["Weight"]}").Order(StringComparer.Ordinal);
        return string.Join(", ", weights) + "; " + string.Join(", ", sets["TaskSets"]!.AsArray().Select(set =>
            $"{set!["Status"]} {((string)set["TaskDefinition"]!).Split('/')[^1]} in {Name(set["LoadBalancers"]![0]!)}"));
    }

    /// <summary>The command lines of this shop's tasks that run now, whoever started them.</summary>
    public async Task<IReadOnlyList<string>> ProcessesAsync()
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-A", "-ww", "-o", "pid,args"]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var lines = await ps.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        return [.. lines.Split('\n').Where(line => line.Contains($"--of={_folder}", StringComparison.Ordinal))];
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Name(JsonNode named) => ((string)named["TargetGroupArn"]!).Split('/')[1];

    private static async Task<JsonNode> CallAsync(Suite suite, string operation, JsonObject input) => (await suite.Calls.CallAsync(
        new TaskCall($"arn:aws:states:::aws-sdk:{operation}", ServicePattern.RequestResponse, input, "test", operation), TestContext.Current.CancellationToken))!;

    private Task<Suite> OpenAsync()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        return Suite.StartAsync(new SuiteOptions(Data, Port: 0, environment), TimeProvider.System);
    }

    private async Task MakeListenerAsync(Suite suite)
    {
        const string elb = "elasticloadbalancingv2";
        var balancer = await CallAsync(suite, $"{elb}:createLoadBalancer", new JsonObject { ["Name"] = "shop" });
        var groups = new List<string>();
        foreach (var name in new[] { "blue", "green" })
        {
            var group = await CallAsync(suite, $"{elb}:createTargetGroup", new JsonObject
            {
                ["Name"] = name, ["Protocol"] = "HTTP", ["Port"] = 80, ["TargetType"] = "ip", ["HealthCheckPath"] = "/health", ["HealthCheckIntervalSeconds"] = 1,
                ["HealthCheckTimeoutSeconds"] = 1, ["HealthyThresholdCount"] = 2, ["UnhealthyThresholdCount"] = 2,
            });
            groups.Add((string)group["TargetGroups"]![0]!["TargetGroupArn"]!);
        }

        var listener = await CallAsync(suite, $"{elb}:createListener", new JsonObject
        {
            ["LoadBalancerArn"] = (string?)balancer["LoadBalancers"]![0]!["LoadBalancerArn"],
            ["Protocol"] = "HTTP",
            ["Port"] = 0,
            ["DefaultActions"] = new JsonArray(new JsonObject { ["Type"] = "forward", ["TargetGroupArn"] = groups[0] }),
        });
        _listener = (string)listener["Listeners"]![0]!["ListenerArn"]!;
    }

    private JsonObject Definition(string release) => new()
    {
        ["Family"] = "shop",
        ["ContainerDefinitions"] = new JsonArray(new JsonObject
        {
            ["Name"] = "web",
            ["Image"] = "file:" + Path.Combine(AppContext.BaseDirectory, "TestService"),
            ["Command"] = new JsonArray("dotnet", "Sluice.TestService.dll", $"--of={_folder}"),
            ["Environment"] = new JsonArray(new JsonObject { ["Name"] = "RELEASE", ["Value"] = release }),
            ["PortMappings"] = new JsonArray(new JsonObject { ["ContainerPort"] = 8080 }),
        }),
    };

    private async Task MakeGroupAsync(Suite suite)
    {
        var context = new OperationContext("test", null);
        await suite.Services.GetRequiredService<CreateApplication>().RunAsync(new CreateApplicationInput { ApplicationName = "shop", ComputePlatform = ComputePlatform.ECS }, context, TestContext.Current.CancellationToken);
        var group = new CreateDeploymentGroupInput
        {
            ApplicationName = "shop",
            DeploymentGroupName = "live",
            ServiceRoleArn = "arn:aws:iam::123456789012:role/deploy",
            EcsServices = [new ECSService { ServiceName = "shop", ClusterName = "main" }],
            DeploymentStyle = new DeploymentStyle { DeploymentType = DeploymentType.BLUE_GREEN, DeploymentOption = DeploymentOption.WITH_TRAFFIC_CONTROL },
            BlueGreenDeploymentConfiguration = new BlueGreenDeploymentConfiguration
            {
                TerminateBlueInstancesOnDeploymentSuccess = new BlueInstanceTerminationOption { Action = InstanceAction.TERMINATE, TerminationWaitTimeInMinutes = 0 },
                DeploymentReadyOption = new DeploymentReadyOption { ActionOnTimeout = DeploymentReadyAction.CONTINUE_DEPLOYMENT, WaitTimeInMinutes = 0 },
            },
            LoadBalancerInfo = new LoadBalancerInfo
            {
                TargetGroupPairInfoList =
                [
                    new TargetGroupPairInfo { TargetGroups = [new TargetGroupInfo { Name = "blue" }, new TargetGroupInfo { Name = "green" }], ProdTrafficRoute = new TrafficRoute { ListenerArns = [_listener] } },
                ],
            },
        };
        await suite.Services.GetRequiredService<CreateDeploymentGroup>().RunAsync(group, context, TestContext.Current.CancellationToken);
    }
}
