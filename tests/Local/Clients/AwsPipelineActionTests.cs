using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>Actions of pipelines on a suite that runs: what docs/pipelines-actions.md tells, typed as it is.</summary>
public sealed class AwsPipelineActionTests(ClientSuite suite) : IClassFixture<ClientSuite>
{

    [Fact]
    public async Task An_object_of_one_bucket_is_deployed_to_another()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        var page = DocsPage.Read("pipelines-actions.md").Section("## From a bucket to a bucket");
        var pipeline = Path.Combine(suite.Folder, "site.json");
        await File.WriteAllTextAsync(pipeline, page.Blocks("json").Single(), TestContext.Current.CancellationToken);
        var app = Zip(("index.html", "<p>"), ("css/site.css", "p {}"));
        var last = new JsonObject();
        foreach (var line in page.Blocks("text").Single().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var arguments = line.Replace("file://site.json", $"file://{pipeline}", StringComparison.Ordinal).Replace("cp app.zip", $"cp {app}", StringComparison.Ordinal).Split(' ')[1..];
            var end = await aws.TryAsync(arguments);
            end.ExitCode.ShouldBe(0, $"{line}\n{end.All}");
            last = end.Output.StartsWith('{') ? (JsonObject)JsonNode.Parse(end.Output)! : last;
        }

        var run = await EndAsync(aws, (string)last["pipelineExecutionId"]!);

        ((string?)run["status"]).ShouldBe("Succeeded", run.ToJsonString());
        var version = (string)(await aws.RunAsync("s3api", "head-object", "--bucket", "my-packages", "--key", "app.zip"))["VersionId"]!;
        var head = await aws.RunAsync("s3api", "head-object", "--bucket", "my-site", "--key", $"by-version/{version}/css/site.css");
        ((string?)head["ContentType"], (string?)head["CacheControl"]).ShouldBe(("text/css", "max-age=60"));
    }

    [Theory]
    [InlineData("Deploy", "CloudFormation", "one machine has no CloudFormation")]
    [InlineData("Deploy", "ECS", "none that ECS itself deploys")]
    [InlineData("Source", "ECR", "one machine has no registry of images")]
    [InlineData("Invoke", "StepFunctions", "one machine runs the suite's own state machines only")]
    public async Task What_this_machine_has_not_is_refused_by_name(string category, string provider, string why)
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        var blocks = DocsPage.Read("pipelines-actions.md").Blocks("json").Select(block => JsonNode.Parse(block)!).ToList();
        var action = blocks.First(block => (string?)block["actionTypeId"]?["provider"] == provider && (string?)block["actionTypeId"]?["category"] == category).DeepClone();
        var pipeline = blocks.Single(block => block["pipeline"] is not null);
        pipeline["pipeline"]!["name"] = $"with-{provider}";
        ((JsonArray)pipeline["pipeline"]!["stages"]![category == "Source" ? 0 : 1]!["actions"]!).Add(action);

        var refusal = await aws.RefusalAsync("codepipeline", "create-pipeline", "--cli-input-json", pipeline.ToJsonString());

        refusal.ShouldContain(why);
    }

    private static Task<JsonNode> EndAsync(AwsCli aws, string id) => Asking.UntilAsync(
        async () => (await aws.RunAsync("codepipeline", "get-pipeline-execution", "--pipeline-name", "site", "--pipeline-execution-id", id))["pipelineExecution"]!, run => (string?)run["status"] != "InProgress");

    private string Zip(params (string Path, string Content)[] files)
    {
        var path = Path.Combine(suite.Folder, "app.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var file = new StreamWriter(zip.CreateEntry(name).Open());
            file.Write(content);
        }

        return path;
    }
}
