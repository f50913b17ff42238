using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>A pipeline whose source is a package in CodeArtifact, with the real <c>aws</c>.</summary>
public sealed class AwsPackageSourceTests(ClientSuite suite) : IClassFixture<ClientSuite>
{

    [Fact]
    public async Task A_run_takes_the_newest_version_or_the_one_that_whoever_starts_it_names()
    {
        var aws = new AwsCli(suite.Endpoint, suite.Credentials);
        await aws.RunAsync("codeartifact", "create-domain", "--domain", "org");
        await aws.RunAsync("codeartifact", "create-repository", "--domain", "org", "--repository", "releases");
        await PublishAsync(aws, "1.0.0");
        await PublishAsync(aws, "1.1.0");
        await aws.RunAsync("codepipeline", "create-pipeline", "--cli-input-json", Pipeline);

        (await TakenAsync(aws, "start-pipeline-execution", "--name", "packaged")).ShouldBe("1.1.0");
        (await TakenAsync(aws, "start-pipeline-execution", "--name", "packaged", "--source-revisions", "actionName=Tool,revisionType=PACKAGE_VERSION,revisionValue=1.0.0")).ShouldBe("1.0.0");
        (await aws.RefusalAsync("codepipeline", "start-pipeline-execution", "--name", "packaged", "--source-revisions", "actionName=Tool,revisionType=COMMIT_ID,revisionValue=1.0.0")).ShouldContain("PACKAGE_VERSION");
    }

    private async Task PublishAsync(AwsCli aws, string version)
    {
        var file = Path.Combine(suite.Folder, $"tool-{version}.txt");
        await File.WriteAllTextAsync(file, version, TestContext.Current.CancellationToken);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        await aws.RunAsync(
            "codeartifact", "publish-package-version", "--domain", "org", "--repository", "releases", "--format", "generic", "--namespace", "team", "--package", "tool", "--package-version", version,
            "--asset-name", "tool.txt", "--asset-content", file, "--asset-sha256", sha256);
    }

    /// <summary>Which version the run's source took.</summary>
    private static async Task<string> TakenAsync(AwsCli aws, params string[] start)
    {
        var run = (string)(await aws.RunAsync(["codepipeline", .. start]))["pipelineExecutionId"]!;
        var source = await Asking.UntilAsync(
            async () => (await aws.RunAsync("codepipeline", "list-action-executions", "--pipeline-name", "packaged", "--filter", $"pipelineExecutionId={run}"))["actionExecutionDetails"]!,
            actions => (string?)Tool(actions)?["status"] is not (null or "InProgress"));
        ((string?)Tool(source)!["status"]).ShouldBe("Succeeded", source.ToJsonString());
        return (string)Tool(source)!["output"]!["outputVariables"]!["PackageVersion"]!;
    }

    private static JsonNode? Tool(JsonNode actions) => actions.AsArray().FirstOrDefault(action => (string?)action!["actionName"] == "Tool");

    private const string Pipeline = """
        {"pipeline": {"name": "packaged", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1, "executionMode": "PARALLEL", "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
          {"name": "Source", "actions": [{"name": "Tool", "namespace": "tool", "actionTypeId": {"category": "Source", "owner": "Custom", "provider": "CodeArtifact", "version": "1"},
            "configuration": {"DomainName": "org", "RepositoryName": "releases", "PackageFormat": "generic", "PackageNamespace": "team", "PackageName": "tool"}, "outputArtifacts": [{"name": "Tool"}]}]},
          {"name": "Hold", "actions": [{"name": "Ask", "actionTypeId": {"category": "Approval", "owner": "AWS", "provider": "Manual", "version": "1"}}]}]}}
        """;
}
