using System.Text.Json.Nodes;
using Sluice.Pipelines.ControlPlane.Executions;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;

namespace Sluice.Pipelines.Tests.Sources;

/// <summary>Filters hold for sources that are polled, whatever their kind.</summary>
public sealed class TriggerPollTests : IDisposable
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly Suite _suite = new();
    private readonly Dictionary<string, string> _branches = [];
    private readonly Dictionary<string, string> _tags = [];

    public void Dispose() => _suite.Dispose();

    private async Task WatchAsync(string push)
    {
        await _suite.KeepAsync(PipelineText.Begin().Stage("Build", PipelineText.Build("Compile")).With(
            "triggers", JsonNode.Parse($$$"""[{"providerType":"CodeStarSourceConnection","gitConfiguration":{"sourceActionName":"Checkout","push":[{{{push}}}]}}]""")!));
        (_suite.Refs.Branches[Documents.Repository], _suite.Refs.Tags[Documents.Repository]) = (_branches, _tags);
        Push("main", 1);
        (await PollAsync()).ShouldBe(1);
    }

    private void Push(string branch, int commit, params string[] paths)
    {
        _branches[branch] = Documents.Commit(commit);
        _suite.Refs.Heads[branch == "main" ? Documents.Repository : $"{Documents.Repository}#{branch}"] = Documents.Commit(commit);
        if (paths.Length > 0)
        {
            _suite.Refs.Paths[Documents.Commit(commit)] = paths;
        }
    }

    private async Task<int> PollAsync() => (await _suite.Get<PollSources>().PollAsync(new PollRequest("app"), Cancellation)).Started.Count;

    private async Task<IReadOnlyList<string>> ReleasedAsync() =>
        [.. (await _suite.Get<ExecutionViews>().ListAsync("app", cancellationToken: Cancellation)).Executions.Select(run => $"{run.SourceRevisions[0].Branch} {run.SourceRevisions[0].RevisionId[^1]}").Reverse()];

    [Fact]
    public async Task Only_changes_of_the_paths_that_a_filter_names_are_released_and_the_others_never_looked_at_again()
    {
        await WatchAsync("""{"branches":{"includes":["main"]},"filePaths":{"includes":["shop/**"]}}""");

        Push("main", 2, "docs/readme.md");
        (await PollAsync()).ShouldBe(0);
        Push("main", 3, "shop/basket.cs", "docs/readme.md");
        (await PollAsync()).ShouldBe(1);
        (await PollAsync()).ShouldBe(0);

        (await ReleasedAsync()).ShouldBe(["main 1", "main 3"]);
    }

    [Fact]
    public async Task Each_branch_that_fits_starts_a_run_of_its_own()
    {
        await WatchAsync("""{"branches":{"includes":["feature/*"]}}""");

        Push("main", 2);
        Push("feature/a", 3);
        Push("feature/b", 4);
        Push("fix/c", 5);
        (await PollAsync()).ShouldBe(2);

        (await ReleasedAsync()).ShouldBe(["main 1", "feature/a 3", "feature/b 4"]);
    }

    [Fact]
    public async Task A_tag_that_fits_is_released()
    {
        await WatchAsync("""{"tags":{"includes":["v*"],"excludes":["*-rc*"]}}""");

        _tags["v1-rc1"] = Documents.Commit(2);
        _tags["v1"] = Documents.Commit(3);
        (await PollAsync()).ShouldBe(1);

        (await ReleasedAsync()).ShouldBe(["main 1", "v1 3"]);
    }

    [Fact]
    public async Task What_changed_is_not_known_counts_as_a_change_of_everything()
    {
        await WatchAsync("""{"branches":{"includes":["main"]},"filePaths":{"includes":["shop/**"]}}""");

        Push("main", 2);

        (await PollAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_start_by_hand_releases_the_sources_own_branch_whatever_the_filters_say()
    {
        await WatchAsync("""{"branches":{"includes":["feature/*"]}}""");
        Push("main", 2);
        Push("feature/a", 3);

        await _suite.Get<ExecutionStarts>().StartAsync(new StartRequest("app"), Cancellation);
        (await PollAsync()).ShouldBe(1);

        (await ReleasedAsync()).ShouldBe(["main 1", "main 2", "feature/a 3"]);
    }
}
