using System.Text.Json.Nodes;
using Sluice.Local.Host;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Host;

/// <summary><c>serve --containers</c>: what it decides reaches the builds' programs.</summary>
public sealed class ContainedBuildTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("sluice-contained-").FullName;

    [Theory]
    [InlineData(true, "FAILED", "The image aws/codebuild/standard:7.0 is run by no-such-engine")]
    [InlineData(false, "SUCCEEDED", "")]
    public async Task Images_of_codebuild_are_run_in_containers_if_that_is_asked_for(bool containers, string status, string says)
    {
        var environment = new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")!, ["HOME"] = _data, ["SLUICE_CONTAINER_ENGINE"] = "no-such-engine" };
        await using var suite = await Suite.StartAsync(new SuiteOptions(_data, Port: 0, environment) { Polls = false, Containers = containers }, TimeProvider.System);
        var aws = new AwsService(new AwsCli(suite.Url, suite.CredentialsFile), "codebuild");
        await aws.RunAsync(
            "create-project", "--name", "shop", "--source", """{"type":"NO_SOURCE","buildspec":"version: 0.2\nphases: {build: {commands: [ls]}}"}""", "--artifacts", "type=NO_ARTIFACTS",
            "--environment", "type=LINUX_CONTAINER,image=aws/codebuild/standard:7.0,computeType=BUILD_GENERAL1_SMALL", "--service-role", "arn:aws:iam::123456789012:role/build");
        var id = (await aws.RunAsync("start-build", "--project-name", "shop"))["build"]!["id"]!.ToString();

        var ended = await EndAsync(aws, id);

        ended["buildStatus"]!.ToString().ShouldBe(status, ended.ToJsonString());
        ended["phases"]!.ToJsonString().ShouldContain(says);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static async Task<JsonNode> EndAsync(AwsService aws, string id)
    {
        while (true)
        {
            // Asking takes a process of its own, which is pause enough.
            var build = (await aws.RunAsync("batch-get-builds", "--ids", id))["builds"]![0]!;
            if (build["buildComplete"]!.GetValue<bool>())
            {
                return build;
            }
        }
    }
}
