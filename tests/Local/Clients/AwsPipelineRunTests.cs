using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codepipeline</c>, unchanged, with runs of a pipeline that builds, waits for people, and has jobs done by a worker of its own and by a partner's, who are this test.</summary>
public sealed class AwsPipelineRunTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private const string Counts = "minimumCount=0,maximumCount=1";
    private const string Press = "category=Deploy,owner=Custom,provider=Press,version=1";
    private const string Probe = "category=Test,owner=ThirdParty,provider=Probe,version=1";

    private readonly AwsCli _cli = new(suite.Endpoint, suite.Credentials);
    private readonly AwsService _aws = new(new AwsCli(suite.Endpoint, suite.Credentials), "codepipeline");
    private readonly GitRepository _repository = new();

    /// <summary>The commands that it runs, without their arguments.</summary>
    internal static readonly string[] Tried =
    [
        "acknowledge-job", "acknowledge-third-party-job", "create-custom-action-type", "create-pipeline", "get-job-details", "get-pipeline-execution", "get-pipeline-state", "get-third-party-job-details", "list-action-executions",
        "list-deploy-action-execution-targets", "list-pipeline-executions", "list-rule-executions", "override-stage-condition", "poll-for-jobs", "poll-for-third-party-jobs", "put-action-revision", "put-approval-result",
        "put-job-failure-result", "put-job-success-result", "put-third-party-job-failure-result", "put-third-party-job-success-result", "retry-stage-execution", "rollback-stage", "start-pipeline-execution",
        "stop-pipeline-execution", "update-action-type",
    ];

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Runs_go_through_approvals_jobs_conditions_retries_and_rollbacks_and_are_told_of()
    {
        await MakePipelineAsync();

        var first = await StartedAsync();
        await ApproveAsync(first);
        await PrintAsync();
        await ProbeAsync();
        await UntilRunIsAsync("Succeeded", first);
        await HistoryIsThereAsync(first);

        await FailedRunGoesOnAsync();
        await StageIsRolledBackAsync(first);
        await ReportedRevisionStartsARunAsync();
        await PagesAreTheWholeAsync();
        _aws.Tried.ShouldBe(Tried, ignoreOrder: true);
    }

    private async Task MakePipelineAsync()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: [\"echo built > out.txt\"]}}\nartifacts: {files: [out.txt]}\n");
        _repository.Commit("Greet the world\n\nWith more words");
        await _cli.RunAsync(
            "codebuild", "create-project", "--name", "shop", "--source", "type=CODEPIPELINE", "--artifacts", "type=CODEPIPELINE", "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL",
            "--service-role", "arn:aws:iam::123456789012:role/build");
        await _aws.RunAsync(
            "create-custom-action-type", "--category", "Deploy", "--provider", "Press", "--action-version", "1", "--input-artifact-details", Counts, "--output-artifact-details", Counts,
            "--settings", """{"entityUrlTemplate":"https://press.example.com/{Config:Line}","executionUrlTemplate":"https://press.example.com/{Config:Line}/{ExternalExecutionId}"}""",
            "--configuration-properties", "name=Line,required=true,key=true,secret=false,queryable=true", "name=Password,required=false,key=false,secret=true");
        await _aws.RunAsync("update-action-type", "--action-type", """
            {"id":{"category":"Test","owner":"ThirdParty","provider":"Probe","version":"1"},"executor":{"type":"JobWorker","configuration":{"jobWorkerExecutorConfiguration":{"pollingAccounts":["123456789012"]}}},
             "inputArtifactDetails":{"minimumCount":0,"maximumCount":1},"outputArtifactDetails":{"minimumCount":0,"maximumCount":1},"properties":[{"name":"ClientToken","optional":false,"key":false,"noEcho":true}]}
            """);
        await _aws.RunAsync("create-pipeline", "--pipeline", Pipeline());
    }

    private string Pipeline() => $$$"""
        {"name":"shop","roleArn":"arn:aws:iam::123456789012:role/pipeline","pipelineType":"V2","artifactStore":{"type":"S3","location":"artifacts"},"variables":[{"name":"Color","defaultValue":"blue"}],"stages":[
          {"name":"Source","actions":[{"name":"Checkout","namespace":"Src","actionTypeId":{"category":"Source","owner":"Custom","provider":"Git","version":"1"},"configuration":{"Repository":"{{{_repository.Folder}}}","Branch":"main"},"outputArtifacts":[{"name":"Code"}]}]},
          {"name":"Build","actions":[{"name":"Compile","actionTypeId":{"category":"Build","owner":"AWS","provider":"CodeBuild","version":"1"},"configuration":{"ProjectName":"shop"},"inputArtifacts":[{"name":"Code"}],"outputArtifacts":[{"name":"Package"}]}]},
          {"name":"Release","beforeEntry":{"conditions":[{"result":"FAIL","rules":[{"name":"Blue","ruleTypeId":{"category":"Rule","owner":"AWS","provider":"VariableCheck","version":"1"},"configuration":{"Variable":"#{variables.Color}","Value":"blue","Operator":"EQ"}}]}]},"actions":[
            {"name":"Approve","runOrder":1,"actionTypeId":{"category":"Approval","owner":"AWS","provider":"Manual","version":"1"},"configuration":{"CustomData":"Ship #{Src.CommitMessage}?","ExternalEntityLink":"https://shop.example.com/next"}},
            {"name":"Print","runOrder":2,"namespace":"Printed","actionTypeId":{"category":"Deploy","owner":"Custom","provider":"Press","version":"1"},"configuration":{"Line":"one","Password":"hush"},"inputArtifacts":[{"name":"Package"}]},
            {"name":"Try","runOrder":3,"actionTypeId":{"category":"Test","owner":"ThirdParty","provider":"Probe","version":"1"},"configuration":{"ClientToken":"hush"}}]}]}
        """;

    private async Task<string> StartedAsync(params string[] more) => (await _aws.RunAsync(["start-pipeline-execution", "--name", "shop", .. more]))["pipelineExecutionId"]!.ToString();

    /// <summary>The state of an action of the stage Release.</summary>
    private async Task<JsonNode> StateAsync(int action) => (await _aws.RunAsync("get-pipeline-state", "--name", "shop"))["stageStates"]![2]!["actionStates"]![action]!;

    private async Task ApproveAsync(string run)
    {
        await UntilAsync(() => StageAsync(run), stage => stage["latestExecution"] is { } latest && latest["pipelineExecutionId"]!.ToString() == run && latest["status"]!.ToString() == "InProgress");
        var state = await UntilAsync(() => StateAsync(0), state => state["latestExecution"]?["token"] is not null);
        state["entityUrl"]!.ToString().ShouldBe("https://shop.example.com/next");
        await UntilAcceptedAsync("put-approval-result", "--pipeline-name", "shop", "--stage-name", "Release", "--action-name", "Approve", "--token", state["latestExecution"]!["token"]!.ToString(), "--result", "summary=fine,status=Approved");
    }

    /// <summary>The token is there a moment before its approval is.</summary>
    private async Task UntilAcceptedAsync(params string[] command)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        for (var end = await _cli.TryAsync(["codepipeline", .. command]); end.ExitCode != 0; end = await _cli.TryAsync(["codepipeline", .. command]))
        {
            end.Errors.ShouldContain("InvalidApprovalTokenException");
            late.Token.ThrowIfCancellationRequested();
        }

        _aws.Tried.Add(command[0]);
    }

    private async Task<JsonNode> StageAsync(string run)
    {
        (await RunAsync(run))["status"]!.ToString().ShouldBe("InProgress");
        return (await _aws.RunAsync("get-pipeline-state", "--name", "shop"))["stageStates"]![2]!;
    }

    private async Task<JsonNode> RunAsync(string run) => (await _aws.RunAsync("get-pipeline-execution", "--pipeline-name", "shop", "--pipeline-execution-id", run))["pipelineExecution"]!;

    private Task<JsonNode> UntilRunIsAsync(string status, string run) => UntilAsync(() => RunAsync(run), told =>
    {
        told["status"]!.ToString().ShouldBeOneOf("InProgress", "Stopping", status);
        return told["status"]!.ToString() == status;
    });

    /// <summary>As the worker: a job that is done in two parts.</summary>
    private async Task PrintAsync()
    {
        var job = await TakenJobAsync();
        (await _aws.RunAsync("get-job-details", "--job-id", job))["jobDetails"]!["data"]!["actionConfiguration"]!["configuration"]!["Password"]!.ToString().ShouldBe("hush");
        await _aws.RunAsync("put-job-success-result", "--job-id", job, "--continuation-token", "half", "--execution-details", "summary=Half,externalExecutionId=p-7,percentComplete=50");
        var half = (await StateAsync(1))["latestExecution"]!;
        (half["percentComplete"]!.ToString(), half["summary"]!.ToString(), half["externalExecutionUrl"]!.ToString()).ShouldBe(("50", "Half", "https://press.example.com/one/p-7"));
        await _aws.RunAsync("put-job-success-result", "--job-id", await TakenJobAsync(), "--execution-details", "summary=Printed,externalExecutionId=p-7", "--output-variables", "Pages=4");
    }

    private async Task<string> TakenJobAsync()
    {
        var polled = await UntilAsync(() => _aws.RunAsync("poll-for-jobs", "--action-type-id", Press, "--query-param", "Line=one"), jobs => jobs["jobs"]!.AsArray().Count > 0);
        var job = polled["jobs"]![0]!;
        (await _aws.RunAsync("acknowledge-job", "--job-id", job["id"]!.ToString(), "--nonce", job["nonce"]!.ToString()))["status"]!.ToString().ShouldBe("InProgress");
        return job["id"]!.ToString();
    }

    private async Task ProbeAsync() => await _aws.RunAsync("put-third-party-job-success-result", "--job-id", await TakenProbeAsync(), "--client-token", "hush", "--execution-details", "summary=Sound");

    private async Task<string> TakenProbeAsync()
    {
        var polled = await UntilAsync(() => _aws.RunAsync("poll-for-third-party-jobs", "--action-type-id", Probe), jobs => jobs["jobs"]!.AsArray().Count > 0);
        var job = polled["jobs"]![0]!["jobId"]!.ToString();
        var details = (await _aws.RunAsync("get-third-party-job-details", "--job-id", job, "--client-token", "hush"))["jobDetails"]!;
        await _aws.RunAsync("acknowledge-third-party-job", "--job-id", job, "--nonce", details["nonce"]!.ToString(), "--client-token", "hush");
        return job;
    }

    private async Task HistoryIsThereAsync(string run)
    {
        var told = await RunAsync(run);
        (told["artifactRevisions"]![0]!["revisionSummary"]!.ToString(), told["variables"]![0]!["resolvedValue"]!.ToString()).ShouldBe(("Greet the world", "blue"));

        var all = await _aws.RunAsync("list-action-executions", "--pipeline-name", "shop", "--filter", $"pipelineExecutionId={run}");
        var actions = all["actionExecutionDetails"]!.AsArray();
        actions.Select(action => action!["actionName"]!.ToString()).ShouldBe(["Try", "Print", "Approve", "Compile", "Checkout"]);
        all.ToJsonString().ShouldNotContain("hush");
        actions[1]!["output"]!["outputVariables"]!["Pages"]!.ToString().ShouldBe("4");
        (actions[2]!["updatedBy"]!.ToString(), actions[2]!["input"]!["resolvedConfiguration"]!["CustomData"]!.ToString()).ShouldBe(("administrator of this machine", "Ship Greet the world\n\nWith more words?"));
        (await _aws.RunAsync("list-action-executions", "--pipeline-name", "shop", "--filter", $"latestInPipelineExecution={{pipelineExecutionId={run},startTimeRange=Latest}}"))["actionExecutionDetails"]!.AsArray().Count.ShouldBe(5);

        var rule = (await _aws.RunAsync("list-rule-executions", "--pipeline-name", "shop"))["ruleExecutionDetails"]![0]!;
        (rule["status"]!.ToString(), rule["input"]!["resolvedConfiguration"]!["Variable"]!.ToString()).ShouldBe(("Succeeded", "blue"));
        var targets = await _aws.RunAsync("list-deploy-action-execution-targets", "--pipeline-name", "shop", "--action-execution-id", actions[1]!["actionExecutionId"]!.ToString());
        (targets["targets"]![0]!["targetId"]!.ToString(), targets["targets"]![0]!["status"]!.ToString()).ShouldBe(("p-7", "Succeeded"));
    }

    /// <summary>A condition fails it and is overridden, a job fails it and is tried again, and at last the partner's fails it for good.</summary>
    private async Task FailedRunGoesOnAsync()
    {
        var run = await StartedAsync("--variables", "name=Color,value=red");
        await UntilRunIsAsync("Failed", run);
        await _aws.RunAsync("override-stage-condition", "--pipeline-name", "shop", "--stage-name", "Release", "--pipeline-execution-id", run, "--condition-type", "BEFORE_ENTRY");
        await ApproveAsync(run);
        await _aws.RunAsync("put-job-failure-result", "--job-id", await TakenJobAsync(), "--failure-details", "type=JobFailed,message=out of paper");
        await UntilRunIsAsync("Failed", run);
        var error = (await StateAsync(1))["latestExecution"]!["errorDetails"]!;
        (error["code"]!.ToString(), error["message"]!.ToString()).ShouldBe(("JobFailed", "out of paper"));

        (await _aws.RunAsync("retry-stage-execution", "--pipeline-name", "shop", "--stage-name", "Release", "--pipeline-execution-id", run, "--retry-mode", "FAILED_ACTIONS"))["pipelineExecutionId"]!.ToString().ShouldBe(run);
        await PrintAsync();
        await _aws.RunAsync("put-third-party-job-failure-result", "--job-id", await TakenProbeAsync(), "--client-token", "hush", "--failure-details", "type=JobFailed,message=it leaks");
        await UntilRunIsAsync("Failed", run);
    }

    private async Task StageIsRolledBackAsync(string target)
    {
        var run = (await _aws.RunAsync("rollback-stage", "--pipeline-name", "shop", "--stage-name", "Release", "--target-pipeline-execution-id", target))["pipelineExecutionId"]!.ToString();
        await ApproveAsync(run);
        var told = await RunAsync(run);
        (told["executionType"]!.ToString(), told["rollbackMetadata"]!["rollbackTargetPipelineExecutionId"]!.ToString()).ShouldBe(("ROLLBACK", target));
        await StopAsync(run);
    }

    private async Task ReportedRevisionStartsARunAsync()
    {
        var revision = $"revisionId={_repository.Run("rev-parse", "HEAD")},revisionChangeId=c-1,created=2026-01-01T00:00:00Z";
        string[] report = ["put-action-revision", "--pipeline-name", "shop", "--stage-name", "Source", "--action-name", "Checkout", "--action-revision", revision];
        var started = await _aws.RunAsync(report);
        started["newRevision"]!.GetValue<bool>().ShouldBeTrue();
        (await _aws.RunAsync(report))["newRevision"]!.GetValue<bool>().ShouldBeFalse();
        await StopAsync(started["pipelineExecutionId"]!.ToString());
    }

    private async Task StopAsync(string run)
    {
        await _aws.RunAsync("stop-pipeline-execution", "--pipeline-name", "shop", "--pipeline-execution-id", run, "--abandon", "--reason", "enough");
        await UntilRunIsAsync("Stopped", run);
    }

    /// <summary>boto3's paginators ask for one or two at a time, and get what is told at once.</summary>
    private async Task PagesAreTheWholeAsync()
    {
        (await _aws.RunAsync("list-pipeline-executions", "--pipeline-name", "shop"))["pipelineExecutionSummaries"]!.AsArray().Count.ShouldBe(4);
        const string script = """
            import boto3
            client = boto3.client("codepipeline")
            def ids(operation, member, id, size):
                pages = client.get_paginator(operation).paginate(PaginationConfig={"PageSize": size}, **({} if operation.startswith("list_pipelines") else {"pipelineName": "shop"}))
                return [one[id] for page in pages for one in page[member]]
            for operation, member, id in [("list_pipeline_executions", "pipelineExecutionSummaries", "pipelineExecutionId"), ("list_action_executions", "actionExecutionDetails", "actionExecutionId"),
                                          ("list_rule_executions", "ruleExecutionDetails", "ruleExecutionId"), ("list_pipelines", "pipelines", "name")]:
                whole = ids(operation, member, id, 100)
                print(operation, all(ids(operation, member, id, size) == whole for size in (1, 2)), len(set(whole)) == len(whole), len(whole) > 0)
            """;
        (await PythonClient.RunAsync(suite.Endpoint, suite.Credentials, script)).Trim().Split('\n').ShouldBe(
            ["list_pipeline_executions True True True", "list_action_executions True True True", "list_rule_executions True True True", "list_pipelines True True True"]);
    }

    private static async Task<JsonNode> UntilAsync(Func<Task<JsonNode>> ask, Func<JsonNode, bool> holds)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        while (true)
        {
            // Asking takes a process of its own, which is pause enough.
            late.Token.ThrowIfCancellationRequested();
            var told = await ask();
            if (holds(told))
            {
                return told;
            }
        }
    }
}
