using System.IO.Compression;
using System.Text.Json.Nodes;
using Sluice.Local.Tests.Cloud;

namespace Sluice.Local.Tests.Clients;

/// <summary>A worker and a function of the user's, in a pipeline on a suite that runs: what docs/pipelines-jobs.md tells, run as it is.</summary>
public sealed class AwsJobTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private static readonly DocsPage Page = DocsPage.Read("pipelines-jobs.md");

    [Fact]
    public async Task A_worker_of_plain_aws_calls_and_a_function_take_a_run_to_its_end()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        var folder = await PreparedAsync(aws);
        var pipeline = Page.Section("## A pipeline with both");
        await File.WriteAllTextAsync(Path.Combine(folder, "jobs.json"), pipeline.Blocks("json").Single(), TestContext.Current.CancellationToken);
        foreach (var script in pipeline.Blocks("bash"))
        {
            var end = await RunAsync(script, folder);
            end.ExitCode.ShouldBe(0, end.All);
        }

        var id = (string)(await aws.RunAsync("codepipeline", "start-pipeline-execution", "--name", "jobs"))["pipelineExecutionId"]!;
        await WorkAsync(folder);
        var run = await EndAsync(aws, id);

        var actions = await aws.RunAsync("codepipeline", "list-action-executions", "--pipeline-name", "jobs", "--filter", $"pipelineExecutionId={id}");
        ((string?)run["status"]).ShouldBe("Succeeded", actions.ToJsonString());
        ResultOf(actions, "Compile").ToJsonString().ShouldContain("jenkins-7");
        ((string?)ResultOf(actions, "Smoke")["externalExecutionSummary"]).ShouldBe("the page is there");
        (await aws.RunAsync("s3api", "head-object", "--bucket", "job-site", "--key", "build-7/index.html"))["ContentLength"]!.GetValue<int>().ShouldBe(3);
    }

    /// <summary>A worker's rounds, until there was a job for it.</summary>
    private async Task WorkAsync(string folder)
    {
        var script = Page.Section("## A worker").Blocks("bash").Single();
        while (true)
        {
            var round = await RunAsync(script, folder);
            if (round.ExitCode != 3)
            {
                round.ExitCode.ShouldBe(0, round.All);
                return;
            }
        }
    }

    private async Task<string> PreparedAsync(AwsCli aws)
    {
        var folder = Directory.CreateDirectory(Path.Combine(suite.Folder, "jobs")).FullName;
        await using (var zip = await ZipFile.OpenAsync(Path.Combine(folder, "app.zip"), ZipArchiveMode.Create, TestContext.Current.CancellationToken))
        {
            await using var file = new StreamWriter(await zip.CreateEntry("index.html").OpenAsync(TestContext.Current.CancellationToken));
            await file.WriteAsync("<p>");
        }

        var code = Path.Combine(folder, "function.zip");
        await File.WriteAllBytesAsync(code, TestPackages.Dotnet(), TestContext.Current.CancellationToken);
        await aws.RunAsync("lambda", "create-function", "--function-name", "smoke", "--runtime", "dotnet10", "--handler", "Sluice.TestFunction", "--role", "arn:aws:iam::123456789012:role/smoke", "--zip-file", $"fileb://{code}");
        return folder;
    }

    private Task<ProgramEnd> RunAsync(string script, string folder) =>
        ClientProgram.RunAsync(ClientProgram.Need("bash"), folder, ["-euc", script], suite.Environment, TestContext.Current.CancellationToken);

    private static JsonNode ResultOf(JsonNode actions, string name) =>
        actions["actionExecutionDetails"]!.AsArray().Single(action => (string?)action!["actionName"] == name)!["output"]!["executionResult"]!;

    private static Task<JsonNode> EndAsync(AwsCli aws, string id) => Asking.UntilAsync(
        async () => (await aws.RunAsync("codepipeline", "get-pipeline-execution", "--pipeline-name", "jobs", "--pipeline-execution-id", id))["pipelineExecution"]!, run => (string?)run["status"] != "InProgress");
}
