using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Commands.Releases;
using Sluice.Local.Host;
using Sluice.Local.Tests.Clients;
using Sluice.Pipelines.ControlPlane.Executions;

namespace Sluice.Local.Tests.EndToEnd;

/// <summary>Pipelines made with the <c>aws</c> program, whose actions build, run commands and deploy on this machine.</summary>
public sealed class PipelineActionTests : IDisposable
{
    private readonly List<ReleaseRepository> _repositories = [];
    private readonly List<string> _commits = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("sluice-actions-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_of_two_inputs_hands_on_two_artifacts_and_a_variable_which_commands_take_up()
    {
        var app = Repository(("buildspec.yml", """
            version: 0.2
            env: {exported-variables: [TEXT]}
            phases: {build: {commands: ['export TEXT=$(cat "$CODEBUILD_SRC_DIR_Lib/lib.txt")', 'printf site > site.txt']}}
            artifacts: {secondary-artifacts: {Site: {files: [site.txt]}, Lib2: {files: [lib.txt], base-directory: $CODEBUILD_SRC_DIR_Lib}}}
            """));
        var library = Repository(("lib.txt", "from the library"));
        await using var suite = await StartAsync(Path.Combine(_folder, "data"));
        var execution = await RunAsync(suite, $$$"""
            {"pipeline": {"name": "two", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1,
              "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
              {"name": "Source", "actions": [{{{Git("App", app)}}}, {{{Git("Lib", library)}}}]},
              {"name": "Build", "actions": [{"name": "Compile", "namespace": "Built", "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
                "configuration": {"ProjectName": "two", "PrimarySource": "App"}, "inputArtifacts": [{"name": "Lib"}, {"name": "App"}], "outputArtifacts": [{"name": "Site"}, {"name": "Lib2"}]}]},
              {"name": "Check", "actions": [{"name": "Look", "namespace": "Looked", "actionTypeId": {"category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1"},
                "inputArtifacts": [{"name": "Site"}, {"name": "Lib2"}], "commands": ["test \"$TOLD\" = \"from the library\"", "export SEEN=\"$(cat site.txt) and $(cat $CODEBUILD_SRC_DIR_Lib2/lib.txt)\""],
                "environmentVariables": [{"name": "TOLD", "value": "#{Built.TEXT}"}], "outputVariables": ["SEEN"], "outputArtifacts": [{"name": "Seen", "files": ["*.txt"]}]}]}]}}
            """);

        var actions = await new AwsCli(suite.Url, suite.CredentialsFile).RunAsync("codepipeline", "list-action-executions", "--pipeline-name", "two", "--filter", $"pipelineExecutionId={execution.PipelineExecutionId}");
        execution.Status.ToString().ShouldBe("Succeeded", actions.ToJsonString());
        Output(actions, "Look")["outputVariables"]!.ToJsonString().ShouldBe("""{"SEEN":"site and from the library"}""");
        ((string)Output(actions, "Look")["executionResult"]!["externalExecutionId"]!).ShouldStartWith("codepipeline-two:");
    }

    [Fact]
    public async Task A_batch_with_combined_artifacts_is_one_artifact_with_a_folder_for_each_build()
    {
        var app = Repository(("buildspec.yml", """
            version: 0.2
            batch: {build-list: [{identifier: one}, {identifier: two}]}
            phases: {build: {commands: ['printf "$CODEBUILD_BATCH_BUILD_IDENTIFIER" > name']}}
            artifacts: {files: [name]}
            """));
        await using var suite = await StartAsync(Path.Combine(_folder, "data"));
        var execution = await RunAsync(suite, $$$"""
            {"pipeline": {"name": "many", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1,
              "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
              {"name": "Source", "actions": [{{{Git("App", app)}}}]},
              {"name": "Build", "actions": [{"name": "Compile", "actionTypeId": {"category": "Build", "owner": "AWS", "provider": "CodeBuild", "version": "1"},
                "configuration": {"ProjectName": "many", "BatchEnabled": "true", "CombineArtifacts": "true"}, "inputArtifacts": [{"name": "App"}], "outputArtifacts": [{"name": "All"}]}]},
              {"name": "Check", "actions": [{"name": "Look", "actionTypeId": {"category": "Compute", "owner": "AWS", "provider": "Commands", "version": "1"},
                "inputArtifacts": [{"name": "All"}], "commands": ["test \"$(cat one/name two/name)\" = onetwo"]}]}]}}
            """);

        execution.Status.ToString().ShouldBe("Succeeded", await ToldAsync(suite, execution));
    }

    [Fact]
    public async Task Files_of_a_source_are_deployed_without_a_build()
    {
        var site = Repository(("index.html", "<h1>Open</h1>"), ("css/site.css", "h1 {}"));
        await using var suite = await StartAsync(Path.Combine(_folder, "data"));
        var aws = new AwsCli(suite.Url, suite.CredentialsFile);
        await aws.RunAsync("s3api", "create-bucket", "--bucket", "site");
        var execution = await RunAsync(suite, $$$"""
            {"pipeline": {"name": "site", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1,
              "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
              {"name": "Source", "actions": [{{{Git("Site", site)}}}]},
              {"name": "Live", "actions": [{"name": "Copy", "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "S3", "version": "1"},
                "configuration": {"BucketName": "site", "Extract": "true"}, "inputArtifacts": [{"name": "Site"}]}]}]}}
            """);

        execution.Status.ToString().ShouldBe("Succeeded", await ToldAsync(suite, execution));
        var listed = await aws.RunAsync("s3api", "list-objects-v2", "--bucket", "site");
        listed["Contents"]!.AsArray().Select(one => (string)one!["Key"]!).ShouldBe(["appspec.yml", "buildspec.yml", "css/site.css", "index.html"]);
    }

    [Fact]
    public async Task Templates_are_registered_with_the_image_and_deployed_to_the_group()
    {
        using var shop = await EcsShop.MakeAsync();
        var app = Repository(
            ("taskdef.json", $$$"""
                {"family": "shop", "containerDefinitions": [{"name": "web", "image": "<IMAGE1_NAME>", "command": ["dotnet", "Sluice.TestService.dll", "--of={{{shop.Folder}}}"],
                  "environment": [{"name": "RELEASE", "value": "one"}], "portMappings": [{"containerPort": 8080}]}]}
                """),
            ("imageDetail.json", new JsonObject { ["ImageURI"] = "file:" + Path.Combine(AppContext.BaseDirectory, "TestService") }.ToJsonString()),
            ("appspec.yaml", "version: 0.0\nResources: [{shop: {Type: AWS::ECS::Service, Properties: {TaskDefinition: <TASK_DEFINITION>, LoadBalancerInfo: {ContainerName: web, ContainerPort: 8080}}}}]\n"));
        await using (var suite = await StartAsync(shop.Data))
        {
            var execution = await RunAsync(suite, $$$"""
                {"pipeline": {"name": "shop", "roleArn": "arn:aws:iam::123456789012:role/pipeline", "pipelineType": "V2", "version": 1,
                  "artifactStore": {"type": "S3", "location": "artifacts"}, "stages": [
                  {"name": "Source", "actions": [{{{Git("App", app)}}}]},
                  {"name": "Live", "actions": [{"name": "Deploy", "namespace": "Deployed", "actionTypeId": {"category": "Deploy", "owner": "AWS", "provider": "CodeDeployToECS", "version": "1"},
                    "inputArtifacts": [{"name": "App"}], "configuration": {"ApplicationName": "shop", "DeploymentGroupName": "live", "TaskDefinitionTemplateArtifact": "App",
                      "AppSpecTemplateArtifact": "App", "Image1ArtifactName": "App", "Image1ContainerName": "IMAGE1_NAME"}}]}]}}
                """);
            execution.Status.ToString().ShouldBe("Succeeded", await ToldAsync(suite, execution));

            var aws = new AwsCli(suite.Url, suite.CredentialsFile);
            var listed = (await aws.RunAsync("deploy", "list-deployments", "--application-name", "shop", "--deployment-group-name", "live"))["deployments"]!.AsArray();
            var info = (await aws.RunAsync("deploy", "get-deployment", "--deployment-id", (string)listed.ShouldHaveSingleItem()!))["deploymentInfo"]!;
            ((string)info["status"]!, (string)info["externalId"]!).ShouldBe(("Succeeded", execution.PipelineExecutionId));
            info["revision"]!["appSpecContent"]!["sha256"].ShouldNotBeNull();
        }

        (await shop.StateAsync()).ShouldBe("blue 0, green 1; PRIMARY shop:1 in green");
    }

    public void Dispose()
    {
        _repositories.ForEach(repository => repository.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private static string Git(string name, string repository) => $$"""
        {"name": "{{name}}", "actionTypeId": {"category": "Source", "owner": "Custom", "provider": "Git", "version": "1"}, "configuration": {"Repository": "{{repository}}", "Branch": "main", "DetectChanges": "false"}, "outputArtifacts": [{"name": "{{name}}"}]}
        """;

    private static Task<Suite> StartAsync(string data)
    {
        ClientProgram.Need("aws");
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal);
        return Suite.StartAsync(new SuiteOptions(data, Port: 0, environment), TimeProvider.System);
    }

    private async Task<PipelineExecutionView> RunAsync(Suite suite, string document)
    {
        var aws = new AwsCli(suite.Url, suite.CredentialsFile);
        await aws.RunAsync("codepipeline", "create-pipeline", "--cli-input-json", document);
        var name = (string)JsonNode.Parse(document)!["pipeline"]!["name"]!;
        var runs = new RunFollower(suite, suite.Services.GetRequiredService<ExecutionViews>(), TimeProvider.System);
        // A pipeline that is made starts.
        var run = await runs.BeginningAsync(name, _commits[0], Cancellation);
        return await runs.EndAsync(name, run.PipelineExecutionId, Cancellation);
    }

    private static async Task<string> ToldAsync(Suite suite, PipelineExecutionView execution) =>
        (await new AwsCli(suite.Url, suite.CredentialsFile).RunAsync("codepipeline", "list-action-executions", "--pipeline-name", execution.PipelineName)).ToJsonString();

    private static JsonNode Output(JsonNode actions, string name) =>
        actions["actionExecutionDetails"]!.AsArray().Single(action => (string)action!["actionName"]! == name)!["output"]!;

    private string Repository(params (string Name, string Text)[] files)
    {
        var repository = new ReleaseRepository();
        _repositories.Add(repository);
        files.ToList().ForEach(file => repository.Write(file.Name, file.Text));
        _commits.Add(repository.Commit());
        return repository.Path;
    }
}
