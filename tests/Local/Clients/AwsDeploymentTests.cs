using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Tests.EndToEnd;

namespace Sluice.Local.Tests.Clients;

/// <summary>A user deploys with <c>aws deploy</c> as with the original: a real function, real traffic weights, and every operation about deployments.</summary>
public sealed class AwsDeploymentTests(SamplePackages packages) : IDisposable
{
    /// <summary>The commands that it runs, all of them and no other.</summary>
    internal static readonly string[] Tried =
    [
        "create-application", "create-deployment-group", "create-deployment", "wait", "get-deployment", "batch-get-deployments", "list-deployments", "list-deployment-targets",
        "get-deployment-target", "batch-get-deployment-targets", "list-deployment-instances", "get-deployment-instance", "batch-get-deployment-instances", "stop-deployment",
        "continue-deployment", "skip-wait-time-for-instance-termination", "put-lifecycle-event-hook-execution-status",
    ];

    private readonly ReleaseRepository _repository = new();

    [Fact]
    public async Task Deployments_of_a_function_are_made_told_of_stopped_and_rolled_back()
    {
        ClientProgram.Need("aws");
        await ReleaseTwiceAsync();
        await using var serve = SluiceProcess.Start("serve", "--data", _repository.Data);
        var endpoint = (await serve.LineAsync("listening on"))["listening on ".Length..];
        var aws = new AwsService(new AwsCli(new Uri(endpoint), Path.Combine(_repository.Data, "credentials")), "deploy");
        await aws.RunAsync("create-application", "--application-name", "shop", "--compute-platform", "Lambda");
        await aws.RunAsync(
            "create-deployment-group", "--application-name", "shop", "--deployment-group-name", "live", "--deployment-config-name", "Steps.10@2s",
            "--service-role-arn", "arn:aws:iam::123456789012:role/deploy", "--deployment-style", "deploymentType=BLUE_GREEN,deploymentOption=WITH_TRAFFIC_CONTROL");

        var back = await SucceedsAsync(aws);
        await IsToldOfAsync(aws, back);
        await IsStoppedAsync(aws, back);
        await IsRefusedAsync(aws, back);
        aws.Tried.ShouldBe(Tried, ignoreOrder: true);
    }

    public void Dispose() => _repository.Dispose();

    private async Task ReleaseTwiceAsync()
    {
        foreach (var package in (string[])[packages.Good, packages.Better])
        {
            _repository.CommitPackage(package);
            var (exit, output, errors) = await SluiceProcess.RunAsync("release", "--repository", _repository.Path, "--data", _repository.Data, "--steps", "50:1s");
            exit.ShouldBe(0, output + errors);
        }
    }

    private static async Task<string> SucceedsAsync(AwsService aws)
    {
        var id = await CreateAsync(aws, "2", "1");
        await aws.RunAsync("wait", "deployment-successful", "--deployment-id", id);
        return id;
    }

    private static async Task IsToldOfAsync(AwsService aws, string id)
    {
        var info = (await aws.RunAsync("get-deployment", "--deployment-id", id))["deploymentInfo"]!;
        $"{info["status"]} {info["creator"]} {info["computePlatform"]} {info["deploymentOverview"]!["Succeeded"]}".ShouldBe("Succeeded user Lambda 1");
        (await aws.RunAsync("batch-get-deployments", "--deployment-ids", id))["deploymentsInfo"]!.AsArray().ShouldHaveSingleItem();
        (await aws.RunAsync("list-deployments", "--application-name", "shop", "--deployment-group-name", "live", "--include-only-statuses", "Succeeded"))
            ["deployments"]!.AsArray().Select(one => (string)one!).ShouldBe([id]);
        (await aws.RunAsync("list-deployment-targets", "--deployment-id", id))["targetIds"]!.AsArray().Select(one => (string)one!).ShouldBe(["fn"]);
        var target = (await aws.RunAsync("get-deployment-target", "--deployment-id", id, "--target-id", "fn"))["deploymentTarget"]!["lambdaTarget"]!;
        var function = target["lambdaFunctionInfo"]!;
        $"{function["functionAlias"]} {function["currentVersion"]} {function["targetVersion"]} {(double)function["targetVersionWeight"]!:0}".ShouldBe("live 2 1 100");
        target["lifecycleEvents"]!.AsArray().Select(one => (string)one!["lifecycleEventName"]!).ShouldBe(["BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic"]);
        (await aws.RunAsync("batch-get-deployment-targets", "--deployment-id", id, "--target-ids", "fn"))["deploymentTargets"]!.AsArray().ShouldHaveSingleItem();
        (await aws.RunAsync("list-deployment-instances", "--deployment-id", id))["instancesList"]!.AsArray().ShouldHaveSingleItem();
        (await aws.RunAsync("get-deployment-instance", "--deployment-id", id, "--instance-id", "fn"))["instanceSummary"]!["status"]!.ToString().ShouldBe("Succeeded");
        (await aws.RunAsync("batch-get-deployment-instances", "--deployment-id", id, "--instance-ids", "fn"))["instancesSummary"]!.AsArray().ShouldHaveSingleItem();
    }

    private static async Task IsStoppedAsync(AwsService aws, string before)
    {
        var id = await CreateAsync(aws, "1", "2", "--deployment-config-name", "Steps.10@10m");
        (await aws.RefusalAsync("create-deployment", "--application-name", "shop", "--deployment-group-name", "live", "--revision", Revision("1", "2")))
            .ShouldContain($"(DeploymentLimitExceededException) when calling the CreateDeployment operation: Deployment {id}");
        await ShiftsAsync(aws, id);
        (await aws.RunAsync("stop-deployment", "--deployment-id", id))["status"]!.ToString().ShouldBe("Pending");
        var stopped = await UntilAsync(aws, id, info => (string?)info["status"] == "Stopped");
        $"{stopped["errorInformation"]!["code"]}".ShouldBe("MANUAL_STOP");
        var rollback = (string)stopped["rollbackInfo"]!["rollbackDeploymentId"]!;
        var info = (await aws.RunAsync("get-deployment", "--deployment-id", rollback))["deploymentInfo"]!;
        var first = (await aws.RunAsync("get-deployment", "--deployment-id", before))["deploymentInfo"]!;
        $"{info["creator"]} {info["status"]} {info["rollbackInfo"]!["rollbackTriggeringDeploymentId"]}".ShouldBe($"codeDeployRollback Succeeded {id}");
        info["revision"]!.ToJsonString().ShouldBe(first["revision"]!.ToJsonString());
    }

    private static async Task IsRefusedAsync(AwsService aws, string ended)
    {
        (await aws.RefusalAsync("continue-deployment", "--deployment-id", ended)).ShouldContain("DeploymentAlreadyCompletedException");
        (await aws.RefusalAsync("skip-wait-time-for-instance-termination", "--deployment-id", ended)).ShouldContain("DeploymentAlreadyCompletedException");
        (await aws.RefusalAsync("put-lifecycle-event-hook-execution-status", "--deployment-id", ended, "--lifecycle-event-hook-execution-id", "of-no-hook", "--status", "Succeeded"))
            .ShouldContain("InvalidLifecycleEventHookExecutionIdException");
        (await aws.RefusalAsync("stop-deployment", "--deployment-id", ended)).ShouldContain("DeploymentAlreadyCompletedException");
        (await aws.RefusalAsync("get-deployment", "--deployment-id", "d-000000000")).ShouldContain("DeploymentDoesNotExistException");
        (await aws.RefusalAsync("get-deployment", "--deployment-id", "nonsense")).ShouldContain("InvalidDeploymentIdException");
        (await aws.RefusalAsync("list-deployments", "--application-name", "shop")).ShouldContain("DeploymentGroupNameRequiredException");
        (await aws.RefusalAsync("create-deployment", "--application-name", "shop", "--deployment-group-name", "live", "--revision", Revision("x", "y")))
            .ShouldContain("InvalidRevisionException");
    }

    private static async Task<string> CreateAsync(AwsService aws, string current, string target, params string[] more) =>
        (string)(await aws.RunAsync(["create-deployment", "--application-name", "shop", "--deployment-group-name", "live", "--revision", Revision(current, target), .. more]))["deploymentId"]!;

    /// <summary>Waits until traffic has moved, so that there is something to take back.</summary>
    private static async Task ShiftsAsync(AwsService aws, string id)
    {
        double weight;
        do
        {
            var target = (await aws.RunAsync("get-deployment-target", "--deployment-id", id, "--target-id", "fn"))["deploymentTarget"]!["lambdaTarget"]!;
            weight = (double?)target["lambdaFunctionInfo"]!["targetVersionWeight"] ?? 0;
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        while (weight == 0);
    }

    private static async Task<JsonNode> UntilAsync(AwsService aws, string id, Func<JsonNode, bool> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            // Asking takes a process of its own, which is pause enough.
            late.Token.ThrowIfCancellationRequested();
            var info = (await aws.RunAsync("get-deployment", "--deployment-id", id))["deploymentInfo"]!;
            if (holds(info))
            {
                return info;
            }
        }
    }

    private static string Revision(string current, string target)
    {
        var content = $"version: 0.0\nResources:\n  - fn:\n      Type: AWS::Lambda::Function\n      Properties: {{Name: fn, Alias: live, CurrentVersion: '{current}', TargetVersion: '{target}'}}\n";
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        return new JsonObject { ["revisionType"] = "AppSpecContent", ["appSpecContent"] = new JsonObject { ["content"] = content, ["sha256"] = sha256 } }.ToJsonString();
    }
}
