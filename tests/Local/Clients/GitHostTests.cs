using System.Text;
using System.Text.Json.Nodes;
using Sluice.Local.Commands;
using Sluice.Local.Commands.Connecting;
using Sluice.Platform.Connections;
using Sluice.World.Deliveries;

namespace Sluice.Local.Tests.Clients;

/// <summary>From a push at a private host to its statuses there: <c>connect</c>, the host's delivery, the run and the build by its commit, and what the host is told.</summary>
public sealed class GitHostTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private const string Build = "version: 0.2\nphases: {build: {commands: [\"test -f buildspec.yml\"]}}\n";
    private readonly AwsCli _aws = new(suite.Endpoint, suite.Credentials);
    private readonly GitRepository _repository = new();
    private readonly HttpClient _http = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _repository.Dispose();
    }

    [Fact]
    public async Task A_push_that_the_host_delivers_is_released_once_and_the_host_is_told_how_it_ended()
    {
        await using var host = await GitHostServer.StartAsync(_repository.Root);
        var before = Commit("first");
        var arn = await ConnectAsync(host);
        await MakePipelineAsync(arn);
        await _aws.RunAsync("codepipeline", "start-pipeline-execution", "--name", "shop");
        await host.UntilToldAsync(before, "success", "sluice/shop");

        var after = Commit("second");
        var config = host.Hooks.Single()["config"]!;
        var push = new HostDelivery(GitProvider.GitHubEnterpriseServer, "push", $$"""
            { "ref": "refs/heads/main", "before": "{{before}}", "after": "{{after}}", "forced": false, "commits": [ { "id": "{{after}}", "added": [], "removed": [], "modified": [ "second" ] } ],
              "repository": { "name": "repo", "full_name": "team/repo", "clone_url": "{{host.Address}}/team/repo.git" }, "sender": { "id": 1 } }
            """);
        (await DeliverAsync(push, (string)config["url"]!, (string)config["secret"]!)).ShouldBe(202);
        (await DeliverAsync(push, (string)config["url"]!, (string)config["secret"]!)).ShouldBe(202);
        (await DeliverAsync(push, (string)config["url"]!, "guess")).ShouldBe(403);
        await host.UntilToldAsync(after, "pending", "sluice/shop");
        await host.UntilToldAsync(after, "success", "sluice/shop");

        var runs = (await _aws.RunAsync("codepipeline", "list-pipeline-executions", "--pipeline-name", "shop"))["pipelineExecutionSummaries"]!.AsArray();
        runs.Select(run => $"{run!["trigger"]!["triggerType"]} {run["status"]} {run["sourceRevisions"]![0]!["revisionId"]}").ShouldBe([$"WebhookV2 Succeeded {after}", $"StartPipelineExecution Succeeded {before}"]);
        await NothingIsShownAsync((string)config["secret"]!);
    }

    [Fact]
    public async Task A_build_is_told_of_beside_the_commit_that_its_branch_was_in_the_projects_own_words()
    {
        await using var host = await GitHostServer.StartAsync(_repository.Root);
        var commit = Commit("built");
        var source = new JsonObject
        {
            ["type"] = "GITHUB_ENTERPRISE", ["location"] = $"{host.Address}/team/repo.git", ["reportBuildStatus"] = true, ["buildStatusConfig"] = new JsonObject { ["context"] = "ci/shop", ["targetUrl"] = "https://ci.example.com/shop" },
            ["auth"] = new JsonObject { ["type"] = "CODECONNECTIONS", ["resource"] = await ConnectAsync(host) },
        };
        await _aws.RunAsync(
            "codebuild", "create-project", "--name", "told", "--source", source.ToJsonString(), "--source-version", "main", "--artifacts", "type=NO_ARTIFACTS",
            "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL", "--service-role", "arn:aws:iam::123456789012:role/build");
        await _aws.RunAsync("codebuild", "start-build", "--project-name", "told");

        await host.UntilToldAsync(commit, "pending", "ci/shop");
        await host.UntilToldAsync(commit, "success", "ci/shop");
    }

    /// <summary>The repository is bare for its host, below its owner's name.</summary>
    private string Commit(string name)
    {
        _repository.Write("buildspec.yml", Build);
        _repository.Write(name, name);
        var commit = _repository.Commit(name);
        var bare = Path.Combine(_repository.Root, "team", "repo.git");
        if (!Directory.Exists(bare))
        {
            GitRepository.Git(_repository.Root, ["clone", "-q", "--bare", _repository.Folder, bare]);
        }

        _repository.Run("push", "-q", bare, "main");
        return commit;
    }

    private async Task<string> ConnectAsync(GitHostServer host)
    {
        var token = Path.Combine(suite.Folder, "token");
        await File.WriteAllTextAsync(token, GitHostServer.Token, Stop);
        var options = new ConnectOptions($"host-{new Uri(host.Address).Port}", "GitHubEnterpriseServer", host.Address, null, token, TokenFromInput: false, null, null, null, null, null) { Webhooks = ["team/repo"] };
        using var output = new StringWriter();
        (await ConnectCommand.RunAsync(options, await ConnectSecret.ReadAsync(options, TextReader.Null, Stop), ConnectionCalls.Of(suite.Environment, suite.Endpoint.ToString(), suite.Folder, _http), output, Stop)).ShouldBe(ExitCodes.Succeeded);
        output.ToString().ShouldContain($"What happens in team/repo is delivered to {suite.Endpoint}deliveries?t=");
        return output.ToString().Split('\n')[0].Split(": ")[1].Trim();
    }

    private async Task MakePipelineAsync(string arn)
    {
        await _aws.RunAsync("codebuild", "create-project", "--name", "shop", "--source", "type=CODEPIPELINE", "--artifacts", "type=CODEPIPELINE",
            "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL", "--service-role", "arn:aws:iam::123456789012:role/build");
        await _aws.RunAsync("codepipeline", "create-pipeline", "--pipeline", $$$"""
            {"name":"shop","roleArn":"arn:aws:iam::123456789012:role/pipeline","pipelineType":"V2","artifactStore":{"type":"S3","location":"artifacts"},"stages":[
              {"name":"Source","actions":[{"name":"Checkout","actionTypeId":{"category":"Source","owner":"AWS","provider":"CodeStarSourceConnection","version":"1"},"configuration":{"ConnectionArn":"{{{arn}}}","FullRepositoryId":"team/repo","BranchName":"main"},"outputArtifacts":[{"name":"Code"}]}]},
              {"name":"Build","actions":[{"name":"Compile","actionTypeId":{"category":"Build","owner":"AWS","provider":"CodeBuild","version":"1"},"configuration":{"ProjectName":"shop"},"inputArtifacts":[{"name":"Code"}]}]}]}
            """);
    }

    private async Task<int> DeliverAsync(HostDelivery delivery, string url, string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in delivery.Headers(secret))
        {
            request.Headers.Add(name, value);
        }

        using var answer = await _http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    /// <summary>Neither the token nor the secret is in the table or in an artifact.</summary>
    private async Task NothingIsShownAsync(string secret)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(suite.Folder, "data"), "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "lock"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            var content = await reader.ReadToEndAsync(Stop);
            (content.Contains(GitHostServer.Token, StringComparison.Ordinal) || content.Contains(secret, StringComparison.Ordinal)).ShouldBeFalse(file);
        }
    }
}
