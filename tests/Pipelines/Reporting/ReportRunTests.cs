using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Reporting;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Connections;
using Sluice.Platform.Tables;

namespace Sluice.Pipelines.Tests.Reporting;

/// <summary>What a host on this machine is told of runs.</summary>
public sealed class ReportRunTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:codeconnections:us-east-1:123456789012:connection/11111111-2222-3333-4444-555555555555";
    private readonly Suite _suite = new();
    private readonly ConcurrentQueue<string> _told = new();
    private LoopbackServer _host = null!;
    private int _status = StatusCodes.Status201Created;

    public async ValueTask InitializeAsync()
    {
        _host = await LoopbackServer.StartAsync(async http =>
        {
            _told.Enqueue($"{http.Request.Method} {http.Request.Path} {http.Request.Headers.Authorization} {await LoopbackServer.BodyAsync(http.Request)}");
            http.Response.StatusCode = _status;
        });
        _suite.Connections.Opened[Arn] = new OpenedConnection(GitProvider.GitHubEnterpriseServer, _host.Url, new TokenSignIn("x", "t0ken"));
        var configuration = new JsonObject { ["ConnectionArn"] = Arn, ["FullRepositoryId"] = "team/shop", ["BranchName"] = "main" };
        await _suite.KeepAsync(new PipelineText("app").Stage("Source", PipelineText.Action("Checkout", "Source/AWS/CodeStarSourceConnection", outputs: "Source", configuration: configuration)).Stage("Build", PipelineText.Build("Compile")));
        _suite.Refs.Heads[$"{_host.Address}/team/shop.git"] = Documents.Commit(1);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _suite.Dispose();
    }

    private Task TellAsync(string id) => _suite.Get<ReportRun>().RunAsync(new RunChanged(new RunChangedDetail("app", id)), TestContext.Current.CancellationToken);

    private Task<string> StartAsync() => _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"));

    private Task EndAsync(string id, PipelineExecutionStatus status) => _suite.Stored.UpdateAsync(new UpdateItem(PipelineKeys.Run("app", id), [Change.Set("status", status.ToString())]));

    [Theory]
    [InlineData(PipelineExecutionStatus.InProgress, "pending", "is in progress")]
    [InlineData(PipelineExecutionStatus.Succeeded, "success", "succeeded")]
    [InlineData(PipelineExecutionStatus.Failed, "failure", "failed")]
    [InlineData(PipelineExecutionStatus.Stopped, "error", "was stopped")]
    [InlineData(PipelineExecutionStatus.Superseded, "error", "was superseded by a newer one")]
    public async Task A_runs_status_is_told_beside_its_commit(PipelineExecutionStatus status, string state, string how)
    {
        var id = await StartAsync();
        await EndAsync(id, status);

        await TellAsync(id);

        _told.ShouldBe([$$"""POST /api/v3/repos/team/shop/statuses/{{Documents.Commit(1)}} Bearer t0ken {"state":"{{state}}","context":"sluice/app","description":"The run {{id}} {{how}}."}"""]);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(429)]
    public async Task A_host_that_cannot_now_is_told_again(int status)
    {
        var id = await StartAsync();
        _status = status;
        await Should.ThrowAsync<GitHostRefusedException>(() => TellAsync(id));

        _status = 201;
        await TellAsync(id);

        _told.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(422)]
    public async Task A_host_that_refuses_is_told_once(int status)
    {
        _status = status;

        await TellAsync(await StartAsync());

        _told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_gone_or_has_a_key_for_SSH_harms_nothing()
    {
        var id = await StartAsync();
        _suite.Connections.Opened[Arn] = new OpenedConnection(GitProvider.GitHubEnterpriseServer, _host.Url, new SshSignIn("key", ""));
        await TellAsync(id);
        _suite.Connections.Opened.Clear();
        await TellAsync(id);
        await TellAsync("no such run");

        _told.ShouldBeEmpty();
    }
}
