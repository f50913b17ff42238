using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Containers.Running;

namespace Sluice.Local.Tests.Cloud.Wire;

/// <summary>What sets the scene for a deployment, by the real client.</summary>
public sealed class AwsClientTests
{
    [Fact]
    public async Task A_client_learns_who_it_is_and_an_unknown_key_is_refused_in_each_services_own_form()
    {
        await using var aws = await AwsClient.StartAsync();

        var identity = await aws.RunAsync("sts", "get-caller-identity");

        ((string?)identity["Account"]).ShouldBe("123456789012");
        ((string)identity["Arn"]!).ShouldStartWith("arn:aws:iam::123456789012:");
        (await aws.RefusalOfStrangerAsync("sts", "get-caller-identity")).ShouldContain("InvalidClientTokenId");
        (await aws.RefusalOfStrangerAsync("ecs", "describe-services", "--services", "shop")).ShouldContain("UnrecognizedClientException");
        (await aws.RefusalOfStrangerAsync("lambda", "get-function", "--function-name", "shop")).ShouldContain("UnrecognizedClientException");
        (await aws.RefusalAsync("elbv2", "describe-account-limits")).ShouldContain("elasticloadbalancingv2:DescribeAccountLimits is not served on this machine");
        (await aws.RefusalAsync("ecs", "list-clusters")).ShouldContain("ecs:ListClusters is not served on this machine");
    }

    [Fact]
    public async Task A_service_behind_a_listener_is_set_up_and_described()
    {
        await using var aws = await AwsClient.StartAsync();
        var balancer = (string)(await aws.RunAsync("elbv2", "create-load-balancer", "--name", "shop", "--subnets", "subnet-1", "subnet-2"))["LoadBalancers"]![0]!["LoadBalancerArn"]!;
        var groups = new List<string>();
        foreach (var name in new[] { "blue", "green" })
        {
            var created = await aws.RunAsync(
                "elbv2", "create-target-group", "--name", name, "--protocol", "HTTP", "--port", "80", "--target-type", "ip", "--vpc-id", "vpc-1", "--health-check-path", "/health",
                "--health-check-interval-seconds", "5", "--matcher", "HttpCode=200-299");
            groups.Add((string)created["TargetGroups"]![0]!["TargetGroupArn"]!);
        }

        var port = new LoopbackPorts().Next();
        var listener = (await aws.RunAsync(
            "elbv2", "create-listener", "--load-balancer-arn", balancer, "--protocol", "HTTP", "--port", port.ToString(), "--default-actions",
            $$$"""[{"Type":"forward","ForwardConfig":{"TargetGroups":[{"TargetGroupArn":"{{{groups[0]}}}","Weight":1},{"TargetGroupArn":"{{{groups[1]}}}","Weight":0}]}}]"""))["Listeners"]![0]!;
        ((int)listener["Port"]!).ShouldBe(port);
        ((int)listener["DefaultActions"]![0]!["ForwardConfig"]!["TargetGroups"]![1]!["Weight"]!).ShouldBe(0);

        await aws.RunAsync("ecs", "create-cluster", "--cluster-name", "main");
        var image = Path.Combine(AppContext.BaseDirectory, "TestService");
        var definition = await aws.RunAsync(
            "ecs", "register-task-definition", "--family", "shop", "--container-definitions",
            $$$"""[{"name":"web","image":"file:{{{image}}}","command":["dotnet","Sluice.TestService.dll"],"environment":[{"name":"RELEASE","value":"one"}],"portMappings":[{"containerPort":8080}],"dockerLabels":{"Team":"Shop"}}]""");
        ((string?)definition["taskDefinition"]!["containerDefinitions"]![0]!["dockerLabels"]!["Team"]).ShouldBe("Shop");
        await aws.RunAsync("ecs", "create-service", "--cluster", "main", "--service-name", "shop", "--desired-count", "1", "--deployment-controller", "type=EXTERNAL");
        var described = await aws.RunAsync("ecs", "describe-services", "--cluster", "main", "--services", "shop");
        ((string?)described["services"]![0]!["deploymentController"]!["type"]).ShouldBe("EXTERNAL");
        ((int)described["services"]![0]!["desiredCount"]!).ShouldBe(1);
        await aws.RunAsync(
            "ecs", "create-task-set", "--cluster", "main", "--service", "shop", "--task-definition", "shop:1", "--load-balancers", $"targetGroupArn={groups[0]},containerName=web,containerPort=8080");
        await HealthyAsync(aws, groups[0]);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"), TestContext.Current.CancellationToken)).ShouldBe("one");
        (await aws.RefusalAsync("elbv2", "describe-target-health", "--target-group-arn", "nobody")).ShouldContain("(TargetGroupNotFound)");
        (await aws.RefusalAsync("ecs", "describe-services", "--cluster", "other", "--services", "shop")).ShouldContain("(ClusterNotFoundException)");
    }

    [Fact]
    public async Task A_function_is_created_waited_for_published_aliased_and_invoked()
    {
        await using var aws = await AwsClient.StartAsync();
        var package = Path.Combine(aws.Folder, "function.zip");
        await File.WriteAllBytesAsync(package, TestPackages.Dotnet(), TestContext.Current.CancellationToken);
        await aws.RunAsync(
            "lambda", "create-function", "--function-name", "shop", "--runtime", "dotnet10", "--handler", "Sluice.TestFunction", "--role", "arn:aws:iam::123456789012:role/shop",
            "--zip-file", "fileb://" + package, "--environment", "Variables={Level=high}");
        await aws.RunAsync("lambda", "wait", "function-active", "--function-name", "shop");
        ((string?)(await aws.RunAsync("lambda", "publish-version", "--function-name", "shop"))["Version"]).ShouldBe("1");
        await aws.RunAsync("lambda", "wait", "published-version-active", "--function-name", "shop", "--qualifier", "1");
        await File.WriteAllBytesAsync(package, TestPackages.Dotnet("second"), TestContext.Current.CancellationToken);
        ((string?)(await aws.RunAsync("lambda", "update-function-code", "--function-name", "shop", "--zip-file", "fileb://" + package, "--publish"))["Version"]).ShouldBe("2");

        await aws.RunAsync("lambda", "create-alias", "--function-name", "shop", "--name", "live", "--function-version", "1");
        var alias = await aws.RunAsync("lambda", "get-alias", "--function-name", "shop", "--name", "live");
        var answer = Path.Combine(aws.Folder, "answer.json");
        await aws.RunAsync("lambda", "invoke", "--function-name", "shop:live", "--payload", "{}", answer);

        ((string?)alias["FunctionVersion"]).ShouldBe("1");
        ((string)JsonNode.Parse(await File.ReadAllTextAsync(answer, TestContext.Current.CancellationToken))!["arn"]!).ShouldEndWith("function:shop:live");
        ((string?)(await aws.RunAsync("lambda", "get-function", "--function-name", "shop"))["Configuration"]!["State"]).ShouldBe("Active");
        (await aws.RefusalAsync("lambda", "get-alias", "--function-name", "shop", "--name", "none")).ShouldContain("(ResourceNotFoundException)");
        ((string?)(await aws.RunAsync("lambda", "list-functions"))["Functions"]![0]!["FunctionName"]).ShouldBe("shop");
        (await aws.RunAsync("lambda", "list-functions", "--function-version", "ALL"))["Functions"]!.AsArray().Count.ShouldBe(3);
        (await aws.RunAsync("lambda", "list-versions-by-function", "--function-name", "shop", "--page-size", "2"))["Versions"]!.AsArray().Select(version => (string?)version!["Version"]).ShouldBe(["$LATEST", "1", "2"]);
        ((string?)(await aws.RunAsync("lambda", "list-aliases", "--function-name", "shop", "--function-version", "1"))["Aliases"]![0]!["Name"]).ShouldBe("live");
        (await aws.RunAsync("lambda", "list-aliases", "--function-name", "shop", "--function-version", "2"))["Aliases"]!.AsArray().ShouldBeEmpty();
        await aws.RunAsync("lambda", "put-function-event-invoke-config", "--function-name", "shop", "--maximum-retry-attempts", "1");
        ((int)(await aws.RunAsync("lambda", "get-function-event-invoke-config", "--function-name", "shop"))["MaximumRetryAttempts"]!).ShouldBe(1);
        (await aws.RefusalAsync("lambda", "list-functions", "--master-region", "us-east-1")).ShouldContain("MasterRegion");
        (await aws.RefusalAsync("lambda", "list-layers")).ShouldContain("lambda:ListLayers is not served on this machine");
        (await aws.RefusalAsync("lambda", "get-function-concurrency", "--function-name", "shop")).ShouldContain("lambda:GetFunctionConcurrency is not served on this machine");
        await aws.RunAsync("lambda", "delete-function", "--function-name", "shop", "--qualifier", "2");
        (await aws.RefusalAsync("lambda", "delete-function", "--function-name", "shop", "--qualifier", "1"))
            .ShouldContain("An error occurred (ResourceConflictException) when calling the DeleteFunction operation: Unable to delete version because the following aliases reference it: [live]");
        (await aws.RunAsync("lambda", "list-versions-by-function", "--function-name", "shop"))["Versions"]!.AsArray().Select(version => (string?)version!["Version"]).ShouldBe(["$LATEST", "1"]);
        await aws.RunAsync("lambda", "delete-function", "--function-name", "shop");
        (await aws.RefusalAsync("lambda", "delete-function", "--function-name", "shop")).ShouldContain("(ResourceNotFoundException)");
        (await aws.RunAsync("lambda", "list-functions"))["Functions"]!.AsArray().ShouldBeEmpty();
        (await File.ReadAllTextAsync(Path.Combine(aws.Folder, "data", "suite.log"), TestContext.Current.CancellationToken)).ShouldNotContain(" Critical ");
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(51, "An error occurred (RequestEntityTooLargeException) when calling the CreateFunction operation: Request must be smaller than 70167211 bytes for the CreateFunction operation")]
    public async Task A_package_comes_with_its_request_up_to_Lambdas_50_MB(int mebibytes, string? refusal)
    {
        await using var aws = await AwsClient.StartAsync();
        var package = Path.Combine(aws.Folder, "function.zip");
        await File.WriteAllBytesAsync(package, TestPackages.Dotnet(mebibytes), TestContext.Current.CancellationToken);
        string[] create = ["lambda", "create-function", "--function-name", "large", "--runtime", "dotnet10", "--handler", "Sluice.TestFunction", "--role", "arn:aws:iam::123456789012:role/shop", "--zip-file", "fileb://" + package];
        if (refusal is not null)
        {
            (await aws.RefusalAsync(create)).ShouldContain(refusal);
            (await aws.RunAsync("lambda", "list-functions"))["Functions"]!.AsArray().ShouldBeEmpty();
            return;
        }

        var created = await aws.RunAsync(create);

        ((long)created["CodeSize"]!).ShouldBe(new FileInfo(package).Length);
        var answer = Path.Combine(aws.Folder, "answer.json");
        await aws.RunAsync("lambda", "wait", "function-active-v2", "--function-name", "large");
        (await aws.RunAsync("lambda", "invoke", "--function-name", "large", answer))["FunctionError"].ShouldBeNull();
    }

    [Fact]
    public async Task An_alarm_is_put_described_and_set_and_metrics_come_back()
    {
        await using var aws = await AwsClient.StartAsync();
        await aws.RunAsync(
            "cloudwatch", "put-metric-alarm", "--alarm-name", "errors", "--namespace", "Shop", "--metric-name", "Errors", "--dimensions", "Name=Region,Value=north", "--statistic", "Sum",
            "--period", "60", "--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanThreshold", "--no-actions-enabled",
            "--treat-missing-data", "ignore");
        await aws.RunAsync("cloudwatch", "set-alarm-state", "--alarm-name", "errors", "--state-value", "ALARM", "--state-reason", "by hand");
        var alarm = (await aws.RunAsync("cloudwatch", "describe-alarms", "--alarm-names", "errors"))["MetricAlarms"]![0]!;
        await aws.RunAsync("cloudwatch", "put-metric-data", "--namespace", "Shop", "--metric-name", "Errors", "--dimensions", "Region=north", "--value", "4");
        var now = DateTimeOffset.UtcNow;
        var data = await aws.RunAsync(
            "cloudwatch", "get-metric-data", "--start-time", now.AddMinutes(-5).ToString("O"), "--end-time", now.AddMinutes(5).ToString("O"), "--metric-data-queries",
            """[{"Id":"m","MetricStat":{"Metric":{"Namespace":"Shop","MetricName":"Errors","Dimensions":[{"Name":"Region","Value":"north"}]},"Period":60,"Stat":"Sum"}}]""");

        ((string?)alarm["StateValue"]).ShouldBe("ALARM");
        ((bool)alarm["ActionsEnabled"]!).ShouldBeFalse();
        ((double)alarm["StateUpdatedTimestamp"]!).ShouldBe(now.ToUnixTimeSeconds(), tolerance: 600);
        data["MetricDataResults"]![0]!["Values"]!.AsArray().Sum(value => (double)value!).ShouldBe(4);
        (await aws.RefusalAsync("cloudwatch", "set-alarm-state", "--alarm-name", "none", "--state-value", "OK", "--state-reason", "x")).ShouldContain("(ResourceNotFound)");
        (await aws.RefusalAsync("cloudwatch", "put-metric-alarm", "--alarm-name", "x", "--evaluation-periods", "1", "--comparison-operator", "GreaterThanThreshold")).ShouldContain("(ValidationError)");
        (await aws.RefusalAsync("cloudwatch", "put-metric-data", "--namespace", "Shop", "--metric-name", "Errors", "--value", "NaN"))
            .ShouldContain("(InvalidParameterValue) when calling the PutMetricData operation: The value NaN for parameter MetricData.member.1.Value is invalid.");
    }

    private static async Task HealthyAsync(AwsClient aws, string group)
    {
        while (true)
        {
            var health = (await aws.RunAsync("elbv2", "describe-target-health", "--target-group-arn", group))["TargetHealthDescriptions"]!.AsArray();
            if (health.Any(one => (string?)one!["TargetHealth"]!["State"] == "healthy"))
            {
                return;
            }
        }
    }
}
