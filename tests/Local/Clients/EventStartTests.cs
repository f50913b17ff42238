using System.Text.Json.Nodes;

namespace Sluice.Local.Tests.Clients;

/// <summary>Rules of EventBridge whose target is a pipeline of this machine.</summary>
public sealed class EventStartTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private readonly AwsCli _aws = new(suite.Endpoint, suite.Credentials);
    private readonly GitRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task An_event_starts_a_run_of_the_revision_and_with_the_variables_that_it_names()
    {
        _repository.Write("a.txt", "a");
        var first = _repository.Commit("First");
        _repository.Write("a.txt", "b");
        _repository.Commit("Second");
        await _aws.RunAsync("codepipeline", "create-pipeline", "--pipeline", Pipeline());
        await _aws.RunAsync("events", "put-rule", "--name", "ordered", "--event-pattern", """{"source":["shop"]}""");
        await _aws.RunAsync("events", "put-targets", "--rule", "ordered", "--targets", """
            [{"Id":"run","Arn":"arn:aws:codepipeline:us-east-1:123456789012:shop","RoleArn":"arn:aws:iam::123456789012:role/starts","InputTransformer":{
              "InputPathsMap":{"commit":"$.detail.commit","color":"$.detail.color"},
              "InputTemplate":"{\"sourceRevisions\":[{\"actionName\":\"Checkout\",\"revisionType\":\"COMMIT_ID\",\"revisionValue\":<commit>}],\"variables\":[{\"name\":\"Color\",\"value\":<color>}]}"}}]
            """);

        await _aws.RunAsync("events", "put-events", "--entries", new JsonArray(new JsonObject
        {
            ["Source"] = "shop", ["DetailType"] = "Ordered", ["Detail"] = new JsonObject { ["commit"] = first, ["color"] = "green" }.ToJsonString(),
        }).ToJsonString());

        var run = await StartedAsync();
        run["trigger"]!["triggerType"]!.ToString().ShouldBe("CloudWatchEvent");
        run["sourceRevisions"]![0]!["revisionId"]!.ToString().ShouldBe(first);
        var execution = JsonNode.Parse((await _aws.RunAsync("codepipeline", "get-pipeline-execution", "--pipeline-name", "shop", "--pipeline-execution-id", run["pipelineExecutionId"]!.ToString())).ToString())!;
        execution["pipelineExecution"]!["variables"]![0]!["resolvedValue"]!.ToString().ShouldBe("green");
    }

    private async Task<JsonNode> StartedAsync()
    {
        while (true)
        {
            var listed = await _aws.RunAsync("codepipeline", "list-pipeline-executions", "--pipeline-name", "shop");
            if (listed["pipelineExecutionSummaries"]!.AsArray() is [{ } run, ..])
            {
                return run;
            }
        }
    }

    private string Pipeline() => $$$"""
        {"name":"shop","roleArn":"arn:aws:iam::123456789012:role/pipeline","pipelineType":"V2","executionMode":"QUEUED","artifactStore":{"type":"S3","location":"artifacts"},"variables":[{"name":"Color","defaultValue":"blue"}],"stages":[
          {"name":"Source","actions":[{"name":"Checkout","actionTypeId":{"category":"Source","owner":"Custom","provider":"Git","version":"1"},"configuration":{"Repository":"{{{_repository.Folder}}}","Branch":"main"},"outputArtifacts":[{"name":"Code"}]}]},
          {"name":"Ask","actions":[{"name":"Approve","actionTypeId":{"category":"Approval","owner":"AWS","provider":"Manual","version":"1"}}]}]}
        """;
}
