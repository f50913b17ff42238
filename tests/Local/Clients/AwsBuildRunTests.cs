using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codebuild</c>, unchanged, with builds, batches, reports and sandboxes that really run.</summary>
public sealed class AwsBuildRunTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Buildspec = """
        version: 0.2
        batch:
          build-list: [{identifier: one}, {identifier: two}]
        phases:
          build:
            commands:
              - echo '<testsuite name="math" tests="1"><testcase name="adds" classname="Math" time="0.1"/></testsuite>' > unit.xml
              - echo '<coverage><project><file path="a.cs"><line num="1" count="1" type="stmt"/></file></project></coverage>' > clover.xml
              - sleep ${SECONDS_TO_SLEEP:-0}
        reports:
          unit: {files: [unit.xml], file-format: JUNITXML}
          lines: {files: [clover.xml], file-format: CLOVERXML}
        """;

    private readonly AwsService _aws = new(new AwsCli(suite.Endpoint, suite.Credentials), "codebuild");

    /// <summary>The commands that it runs, without their arguments.</summary>
    internal static readonly string[] Tried =
    [
        "batch-delete-builds", "batch-get-build-batches", "batch-get-builds", "batch-get-command-executions", "batch-get-reports", "batch-get-sandboxes", "create-project", "delete-build-batch", "delete-report",
        "describe-code-coverages", "describe-test-cases", "get-report-group-trend", "list-build-batches", "list-build-batches-for-project", "list-builds", "list-builds-for-project",
        "list-command-executions-for-sandbox", "list-reports", "list-reports-for-report-group", "list-sandboxes", "list-sandboxes-for-project", "retry-build", "retry-build-batch", "start-build",
        "start-build-batch", "start-command-execution", "start-sandbox", "start-sandbox-connection", "stop-build", "stop-build-batch", "stop-sandbox",
    ];

    [Fact]
    public async Task Builds_batches_and_sandboxes_run_and_are_told_of()
    {
        var source = new JsonObject { ["type"] = "NO_SOURCE", ["buildspec"] = Buildspec };
        await _aws.RunAsync(
            "create-project", "--name", "shop", "--source", source.ToJsonString(), "--artifacts", "type=NO_ARTIFACTS", "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL",
            "--service-role", "arn:aws:iam::123456789012:role/build", "--build-batch-config", "serviceRole=arn:aws:iam::123456789012:role/build");

        await BuildsRunAsync();
        await BatchesRunAsync();
        await SandboxesRunAsync();

        _aws.Tried.ShouldBe(Tried, ignoreOrder: true);
    }

    private async Task BuildsRunAsync()
    {
        var id = await StartedAsync("build", "start-build", "--project-name", "shop");
        await UntilBuildIsAsync("SUCCEEDED", id);
        Texts(await _aws.RunAsync("list-builds"), "ids").ShouldBe([id]);
        Texts(await _aws.RunAsync("list-builds-for-project", "--project-name", "shop"), "ids").ShouldBe([id]);
        await ReportsAreThereAsync();

        await _aws.RunAsync("batch-delete-builds", "--ids", id);
        var slow = await StartedAsync("build", "start-build", "--project-name", "shop", "--environment-variables-override", "name=SECONDS_TO_SLEEP,value=600");
        await _aws.RunAsync("stop-build", "--id", slow);
        await UntilBuildIsAsync("STOPPED", slow);
        var retry = await StartedAsync("build", "retry-build", "--id", slow);
        await _aws.RunAsync("stop-build", "--id", retry);
        await UntilBuildIsAsync("STOPPED", retry);
    }

    private async Task ReportsAreThereAsync()
    {
        var reports = Texts(await _aws.RunAsync("list-reports"), "reports");
        reports.Count.ShouldBe(2);
        var group = "arn:aws:codebuild:us-east-1:123456789012:report-group/shop-unit";
        var unit = Texts(await _aws.RunAsync("list-reports-for-report-group", "--report-group-arn", group), "reports").ShouldHaveSingleItem();
        (await _aws.RunAsync("batch-get-reports", "--report-arns", unit))["reports"]![0]!["testSummary"]!["total"]!.GetValue<int>().ShouldBe(1);
        (await _aws.RunAsync("describe-test-cases", "--report-arn", unit))["testCases"]![0]!["name"]!.ToString().ShouldBe("adds");
        (await _aws.RunAsync("describe-code-coverages", "--report-arn", reports.Single(report => report != unit)))["codeCoverages"]![0]!["lineCoveragePercentage"]!.GetValue<double>().ShouldBe(100);
        (await _aws.RunAsync("get-report-group-trend", "--report-group-arn", group, "--trend-field", "PASS_RATE"))["stats"]!["average"]!.ToString().ShouldBe("100");
        await _aws.RunAsync("delete-report", "--arn", unit);
    }

    private async Task BatchesRunAsync()
    {
        var id = await StartedAsync("buildBatch", "start-build-batch", "--project-name", "shop");
        await UntilBatchIsAsync("SUCCEEDED", id);
        Texts(await _aws.RunAsync("list-build-batches"), "ids").ShouldBe([id]);
        Texts(await _aws.RunAsync("list-build-batches-for-project", "--project-name", "shop"), "ids").ShouldBe([id]);
        (await _aws.RunAsync("delete-build-batch", "--id", id))["statusCode"]!.ToString().ShouldBe("BATCH_DELETED");

        var slow = await StartedAsync("buildBatch", "start-build-batch", "--project-name", "shop", "--environment-variables-override", "name=SECONDS_TO_SLEEP,value=600");
        await _aws.RunAsync("stop-build-batch", "--id", slow);
        await UntilBatchIsAsync("STOPPED", slow);
        await _aws.RunAsync("retry-build-batch", "--id", slow, "--retry-type", "RETRY_ALL_BUILDS");
        await _aws.RunAsync("stop-build-batch", "--id", slow);
        await UntilBatchIsAsync("STOPPED", slow);
    }

    private async Task SandboxesRunAsync()
    {
        var id = await StartedAsync("sandbox", "start-sandbox", "--project-name", "shop");
        var command = await StartedAsync("commandExecution", "start-command-execution", "--sandbox-id", id, "--type", "SHELL", "--command", "echo \"of $CODEBUILD_INITIATOR\"; exit 3");
        var ended = await Asking.UntilAsync(
            async () => (await _aws.RunAsync("batch-get-command-executions", "--sandbox-id", id, "--command-execution-ids", command))["commandExecutions"]![0]!, told => told["exitCode"] is not null);
        (ended["status"]!.ToString(), ended["exitCode"]!.ToString()).ShouldBe(("FAILED", "3"));
        ended["standardOutputContent"]!.ToString().ShouldStartWith("of ");
        (await _aws.RunAsync("list-command-executions-for-sandbox", "--sandbox-id", id))["commandExecutions"]!.AsArray().Count.ShouldBe(1);
        var session = (await _aws.RunAsync("start-sandbox-connection", "--sandbox-id", id))["ssmSession"]!;
        session["streamUrl"]!.ToString().ShouldBe(new UriBuilder(suite.Endpoint) { Scheme = "ws", Path = $"/sessions/{session["sessionId"]}" }.Uri.ToString());
        Texts(await _aws.RunAsync("list-sandboxes"), "ids").ShouldBe([id]);
        Texts(await _aws.RunAsync("list-sandboxes-for-project", "--project-name", "shop"), "ids").ShouldBe([id]);
        (await _aws.RunAsync("stop-sandbox", "--id", id))["sandbox"]!["status"]!.ToString().ShouldBe("STOPPING");
        await Asking.UntilAsync(async () => (await _aws.RunAsync("batch-get-sandboxes", "--ids", id))["sandboxes"]![0]!, told => told["status"]!.ToString() == "STOPPED");
    }

    private async Task<string> StartedAsync(string member, params string[] command) => (await _aws.RunAsync(command))[member]!["id"]!.ToString();

    private Task UntilBuildIsAsync(string status, string id) => Asking.UntilAsync(
        async () => (await _aws.RunAsync("batch-get-builds", "--ids", id))["builds"]![0]!, told => IsEnd(told["buildStatus"]!.ToString(), status, told));

    private Task UntilBatchIsAsync(string status, string id) => Asking.UntilAsync(
        async () => (await _aws.RunAsync("batch-get-build-batches", "--ids", id))["buildBatches"]![0]!, told => IsEnd(told["buildBatchStatus"]!.ToString(), status, told));

    private static bool IsEnd(string status, string wanted, JsonNode told)
    {
        status.ShouldBeOneOf(["IN_PROGRESS", wanted], told.ToJsonString());
        return status == wanted;
    }

    private static IReadOnlyList<string> Texts(JsonNode answer, string member) => [.. answer[member]!.AsArray().Select(text => text!.ToString())];
}
