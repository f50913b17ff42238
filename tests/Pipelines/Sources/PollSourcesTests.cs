using Sluice.Local.StateMachines.Time;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.ControlPlane.Pipelines;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Stages;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Pipelines.Tests.Stages;
using Sluice.Platform.Actions;

namespace Sluice.Pipelines.Tests.Sources;

public sealed class PollSourcesTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();

    public async ValueTask InitializeAsync() => await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _suite.Dispose();

    private Task<PollResult> PollAsync(string? pipeline = null) => _suite.Get<PollSources>().PollAsync(new PollRequest(pipeline), Cancellation);

    private void Head(int commit) => _suite.Refs.Heads[Documents.Repository] = Documents.Commit(commit);

    private async Task<IReadOnlyList<string>> TriggersAsync() =>
        [.. (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.Select(run => run.Trigger.TriggerType.ToString()!)];

    [Fact]
    public async Task The_first_poll_releases_the_head_and_later_ones_what_is_new()
    {
        Head(1);
        (await PollAsync()).Started.Count.ShouldBe(1);
        (await PollAsync()).Started.ShouldBeEmpty();
        Head(2);
        (await PollAsync("app")).Started.Single().PipelineName.ShouldBe("app");

        (await TriggersAsync()).ShouldBe(["PollForSourceChanges", "CreatePipeline"]);
    }

    [Fact]
    public async Task A_branch_that_is_moved_back_is_released_as_any_other_change()
    {
        foreach (var commit in new[] { 1, 2, 1, 1, 2 })
        {
            Head(commit);
            await PollAsync();
        }

        (await CommitsAsync()).ShouldBe([Documents.Commit(2), Documents.Commit(1), Documents.Commit(2), Documents.Commit(1)]);
    }

    [Fact]
    public async Task A_reset_to_a_commit_that_was_superseded_starts_a_run()
    {
        var runs = new List<Run>();
        foreach (var commit in new[] { 1, 2, 3 })
        {
            Head(commit);
            runs.Add(new Run(_suite, (await PollAsync()).Started.Single().PipelineExecutionId));
            await runs[^1].AskAsync();
        }

        (await runs[1].ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Superseded);
        Head(2);

        var again = new Run(_suite, (await PollAsync()).Started.Single().PipelineExecutionId);
        await again.AskAsync();
        (await runs[2].ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Superseded);
        (await again.ViewAsync()).SourceRevisions.Single().RevisionId.ShouldBe(Documents.Commit(2));
    }

    [Fact]
    public async Task Many_polls_of_a_branch_that_goes_to_and_fro_start_one_run_for_each_change()
    {
        for (var change = 0; change < 6; change++)
        {
            Head(change % 2);
            var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PollAsync(), Cancellation)));
            results.Sum(result => result.Started.Count).ShouldBe(1);
        }

        (await TriggersAsync()).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_change_of_one_source_is_not_lost_while_another_cannot_be_read()
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.TwoSources("two"), Cancellation);
        var (one, other) = (Documents.Repository, Documents.Repository + "-other");
        (_suite.Refs.Heads[one], _suite.Refs.Heads[other]) = (Documents.Commit(1), Documents.Commit(1));
        await PollAsync("two");
        _suite.Refs.Heads.TryRemove(other, out _);
        _suite.Refs.Heads[one] = Documents.Commit(2);
        (await PollAsync("two")).Started.ShouldBeEmpty();
        (await PollAsync("two")).Started.ShouldBeEmpty();

        _suite.Refs.Heads[other] = Documents.Commit(1);

        (await PollAsync("two")).Started.Count.ShouldBe(1);
        (await PollAsync("two")).Started.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_branch_it_stays_at_what_HEAD_was_first_whatever_is_checked_out_later()
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages("free").Replace(", \"Branch\": \"main\"", "", StringComparison.Ordinal), Cancellation);
        Head(1);
        await PollAsync("free");
        _suite.Refs.HeadBranches[Documents.Repository] = "experiment";
        _suite.Refs.Heads[Documents.Repository + "#experiment"] = Documents.Commit(9);
        (await PollAsync("free")).Started.ShouldBeEmpty();
        (await _suite.Get<PipelineCatalog>().GetSourcesAsync("free", Cancellation)).Single().Branch.ShouldBe("main");
        Head(2);

        var started = (await PollAsync("free")).Started.Single();

        (await _suite.Get<ExecutionViews>().GetAsync("free", started.PipelineExecutionId, Cancellation)).SourceRevisions.Single()
            .ShouldBe(new SourceCommit("Checkout", Documents.Repository, "main", Documents.Commit(2)));
    }

    [Fact]
    public async Task A_run_that_failed_for_its_source_is_tried_again_once_when_the_source_can_be_fetched()
    {
        Head(1);
        var first = await PolledAsync();
        _suite.Refs.Unfetchable[Documents.Repository] = true;
        (await PollAsync()).Started.ShouldBeEmpty("it is under way");
        await FailAsync(first, ActionErrors.Source);
        (await PollAsync()).Errors.ShouldHaveSingleItem().Message.ShouldContain($"The run {first.Id}, which failed for that, is tried again when it can.");
        (await PollAsync()).ShouldSatisfyAllConditions(poll => poll.Started.ShouldBeEmpty("the source cannot be fetched"), poll => poll.Errors.ShouldBeEmpty("that was told"));
        _suite.Refs.Unfetchable.Clear();

        var second = await PolledAsync();
        (await second.ViewAsync()).Trigger.TriggerDetail!.ShouldContain(first.Id);
        await FailAsync(second, ActionErrors.Source);

        (await PollAsync()).Started.ShouldBeEmpty("once");
        (await _suite.EventsAsync()).Where(told => told.DetailType == SourceEvents.StateChange).Select(told => (string?)told.Detail["state"]).ShouldBe(["UNAVAILABLE", "AVAILABLE"]);
        Head(2);
        (await PollAsync()).Started.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_failed_for_what_is_in_it_is_not_tried_again()
    {
        Head(1);
        await FailAsync(await PolledAsync(), errorCode: null);

        (await PollAsync()).Started.ShouldBeEmpty();
        (await PollAsync()).Started.ShouldBeEmpty();
        (await _suite.Get<PipelineCatalog>().GetSourcesAsync("app", Cancellation)).Single().RunToSettle.ShouldBeNull();
    }

    [Fact]
    public async Task The_schedule_leaves_a_failing_remote_alone_and_asks_it_again_in_its_time()
    {
        const string Remote = "https://example.com/app.git";
        var clock = new VirtualTime();
        using var suite = new Suite(clock);
        await suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages().Replace(Documents.Repository, Remote, StringComparison.Ordinal), Cancellation);
        suite.Refs.Faults[Remote] = new SourceUnavailableException("unwell") { RetryAfter = TimeSpan.FromMinutes(5) };
        var poll = suite.Get<PollSources>();

        clock.Run(async () =>
        {
            for (var minute = 0; minute < 12; minute++)
            {
                (await poll.PollAsync(new PollRequest(), Cancellation)).Errors.Count.ShouldBe(minute == 0 ? 1 : 0);
                await Task.Delay(TimeSpan.FromMinutes(1), clock);
            }

            suite.Refs.Reads.ShouldBe(3, "at 0, 5 and 10 minutes");
            suite.Refs.Faults.Clear();
            suite.Refs.Heads[Remote] = Documents.Commit(1);
            (await poll.PollAsync(new PollRequest("app"), Cancellation)).Started.Count.ShouldBe(1, "who asks for one pipeline does not wait");
            var state = (await suite.Get<PipelineCatalog>().GetSourcesAsync("app", Cancellation)).Single();
            (state.Failures, state.NotBefore, state.Error).ShouldBe((0, null, null));
        });
    }

    [Fact]
    public async Task Sources_that_hang_hold_up_no_other_pipeline()
    {
        for (var number = 0; number < 26; number++)
        {
            var repository = $"https://host-{number}.example.com/app.git";
            _suite.Refs.Hanging[repository] = true;
            await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages($"hangs-{number}").Replace(Documents.Repository, repository, StringComparison.Ordinal), Cancellation);
        }

        Head(1);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var poll = _suite.Get<PollSources>().PollAsync(new PollRequest(), end.Token);

        while ((await TriggersAsync()).Count == 0)
        {
            await Task.Yield();
        }

        poll.IsCompleted.ShouldBeFalse();
        await end.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => poll);
    }

    private async Task<Run> PolledAsync() => new(_suite, (await PollAsync()).Started.Single().PipelineExecutionId);

    private static async Task FailAsync(Run run, string? errorCode)
    {
        await run.AskAsync();
        await run.GoOnAsync();
        await run.AskAsync(run.Answer!.Step, new ActionReport { Status = "Failed", Message = "no", ErrorCode = errorCode });
        (await run.ViewAsync()).Status.ShouldBe(PipelineExecutionStatus.Failed);
    }

    private async Task<IReadOnlyList<string>> CommitsAsync() =>
        [.. (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.Select(run => run.SourceRevisions.Single().RevisionId)];

    [Fact]
    public async Task Many_polls_at_once_start_one_run()
    {
        Head(1);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => PollAsync(), Cancellation)));

        results.Sum(result => result.Started.Count).ShouldBe(1);
        results.ShouldAllBe(result => result.Errors.Count == 0);
    }

    [Fact]
    public async Task An_unreadable_source_is_told_once_and_stops_no_other_pipeline()
    {
        await _suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages("good").Replace(Documents.Repository, "/srv/good", StringComparison.Ordinal), Cancellation);
        _suite.Refs.Heads["/srv/good"] = Documents.Commit(9);

        var first = await PollAsync();
        first.Started.Single().PipelineName.ShouldBe("good");
        first.Errors.ShouldBe([new SourceError("app", "Checkout", "There is no folder '/srv/app'.")]);
        (await PollAsync()).Errors.ShouldBeEmpty();

        (await _suite.Get<PipelineCatalog>().GetSourcesAsync("app", Cancellation)).Single().Error!.ShouldContain("There is no folder");
    }

    [Fact]
    public async Task A_source_that_comes_back_is_released_from_where_it_is()
    {
        Head(1);
        await PollAsync();
        _suite.Refs.Heads.Clear();
        (await PollAsync()).Errors.Count.ShouldBe(1);
        Head(1);
        (await PollAsync()).Started.ShouldBeEmpty();
        (await _suite.Get<PipelineCatalog>().GetSourcesAsync("app", Cancellation)).Single().Error.ShouldBeNull();
        Head(2);

        (await PollAsync()).Started.Count.ShouldBe(1);
        (await _suite.EventsAsync()).Where(told => told.DetailType == SourceEvents.StateChange).Select(told => (string?)told.Detail["state"]).ShouldBe(["UNAVAILABLE", "AVAILABLE"]);
    }

    [Fact]
    public async Task A_real_repository_is_released_commit_by_commit()
    {
        using var repository = new GitRepository();
        using var suite = new Suite(refs: new RefReader(new HttpRefReader(new HttpClient(), TimeProvider.System)));
        await suite.Get<PipelineCatalog>().CreateAsync("p.json", Documents.ThreeStages().Replace(Documents.Repository, repository.Folder, StringComparison.Ordinal), Cancellation);
        var poll = suite.Get<PollSources>();

        (await poll.PollAsync(new PollRequest(), Cancellation)).Errors.Single().Message.ShouldContain("is empty");
        var commit = repository.Commit();
        var run = (await poll.PollAsync(new PollRequest(), Cancellation)).Started.Single();

        var view = await suite.Get<ExecutionViews>().GetAsync("app", run.PipelineExecutionId, Cancellation);
        view.SourceRevisions.Single().RevisionId.ShouldBe(commit);
        view.SourceRevisions.Single().Branch.ShouldBe("main");
    }
}
