using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Events;
using Sluice.Platform.Protocol;

namespace Sluice.Pipelines.Tests.Api;

public sealed class StartPipelineExecutionTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private Task<string> StartAsync(string? token = null) => _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app", token), Cancellation);

    [Fact]
    public async Task Asks_for_the_machine_in_the_same_write_as_the_run()
    {
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);

        var id = await StartAsync();

        var events = await _suite.EventsAsync();
        var start = events.Single(written => written.DetailType == Outbox.StartDetailType).Detail;
        start["machine"]!.ToString().ShouldBe("pipeline");
        start["name"]!.ToString().ShouldBe($"{id}-1");
        start["input"]!.ToJsonString().ShouldBe($$"""{"pipelineName":"app","pipelineExecutionId":"{{id}}"}""");
    }

    [Fact]
    public async Task Releases_the_head_also_if_it_was_released_before()
    {
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);

        (await StartAsync()).ShouldNotBe(await StartAsync());
    }

    [Fact]
    public async Task The_same_client_token_is_the_same_run()
    {
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);

        var first = await StartAsync("t-1");
        (await StartAsync("t-1")).ShouldBe(first);
        (await StartAsync("t-2")).ShouldNotBe(first);
        await Should.ThrowAsync<ApiException>(() => StartAsync("a b"));
    }

    [Fact]
    public async Task A_source_that_cannot_be_read_starts_nothing()
    {
        (await Should.ThrowAsync<SourceUnavailableException>(() => StartAsync())).Message.ShouldContain("There is no folder");

        (await _suite.EventsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Starts_at_once_are_all_started_with_numbers_of_their_own()
    {
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => StartAsync(), Cancellation)));

        ids.Distinct().Count().ShouldBe(8);
        var listed = await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation);
        listed.Executions.Count.ShouldBe(8);
    }

    [Fact]
    public async Task A_hand_started_commit_is_not_released_again_by_the_poller()
    {
        _suite.Refs.Heads[Documents.Repository] = Documents.Commit(1);
        await StartAsync();

        (await _suite.Get<PollSources>().PollAsync(new PollRequest(), Cancellation)).Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_pipeline_is_named() =>
        (await Should.ThrowAsync<PipelineNotFoundException>(() => _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("nope"), Cancellation))).Message.ShouldContain("'nope'");
}
