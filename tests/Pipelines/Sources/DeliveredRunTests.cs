using System.Text.Json.Nodes;
using Sluice.Pipelines.Sources;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Connections;
using Sluice.World.Deliveries;

namespace Sluice.Pipelines.Tests.Sources;

/// <summary>Runs by what git hosts deliver to connections, in the payloads that they document.</summary>
public sealed class DeliveredRunTests
{
    private const string Pulls = "\"pullRequest\":[{\"events\":[\"OPEN\",\"UPDATED\",\"CLOSED\"],\"branches\":{\"includes\":[\"main\"]}}]";

    private static readonly HostDelivery _push = new(GitProvider.GitHub, "push", GitHubDeliveries.Push);

    public static TheoryData<GitProvider, string, string, string, string, string> Pushes => new()
    {
        { GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before, "push", GitHubDeliveries.Push, GitHubDeliveries.After },
        { GitProvider.GitLab, GitLabDeliveries.Repository, GitLabDeliveries.Before, "Push Hook", GitLabDeliveries.Push, GitLabDeliveries.After },
        { GitProvider.Bitbucket, BitbucketDeliveries.Repository, BitbucketDeliveries.Before, "repo:push", BitbucketDeliveries.Push, BitbucketDeliveries.After },
    };

    public static TheoryData<GitProvider, string, string, string, string> Tags => new()
    {
        { GitProvider.GitHub, GitHubDeliveries.Repository, "push", GitHubDeliveries.Tag, $"WebhookV2 simple-tag {GitHubDeliveries.After[..6]}" },
        { GitProvider.GitLab, GitLabDeliveries.Repository, "Tag Push Hook", GitLabDeliveries.Tag, $"WebhookV2 v1.0.0 {GitLabDeliveries.After[..6]}" },
        { GitProvider.Bitbucket, BitbucketDeliveries.Repository, "repo:push", BitbucketDeliveries.Tag, $"WebhookV2 v1.0 {BitbucketDeliveries.After[..6]}" },
    };

    public static TheoryData<GitProvider, string, string, string, string, string, string> PullRequests
    {
        get
        {
            var rows = new TheoryData<GitProvider, string, string, string, string, string, string>();
            foreach (var (action, isMerged) in new[] { ("opened", false), ("synchronize", false), ("closed", false), ("closed", true) })
            {
                rows.Add(GitProvider.GitHub, GitHubDeliveries.Repository, "pull_request", GitHubDeliveries.Pull(action, isMerged), "changes", GitHubDeliveries.After, "2 Update the README with new information.");
            }

            foreach (var action in new[] { "open", "update", "close", "merge" })
            {
                rows.Add(GitProvider.GitLab, GitLabDeliveries.Repository, "Merge Request Hook", GitLabDeliveries.Merge(action), "ms-viewport", GitLabDeliveries.After, "1 MS-Viewport");
            }

            foreach (var (name, state) in new[] { ("created", "OPEN"), ("updated", "OPEN"), ("rejected", "DECLINED"), ("fulfilled", "MERGED") })
            {
                rows.Add(GitProvider.Bitbucket, BitbucketDeliveries.Repository, $"pullrequest:{name}", BitbucketDeliveries.Pull(state), "branch2", BitbucketDeliveries.After, "1 Title of pull request");
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Pushes))]
    public async Task A_push_is_released_and_the_poll_that_comes_after_it_sees_nothing_new(GitProvider provider, string repository, string before, string name, string body, string after)
    {
        using var world = await DeliveryWorld.CreateAsync(provider, repository, before);
        world.Push("main", after);

        (await world.TakeAsync(new HostDelivery(provider, name, body))).ShouldBe(["app"]);
        (await world.PollAsync()).ShouldBe(0);

        (await world.RunsAsync()).ShouldBe([$"CreatePipeline main {before[..6]}", $"WebhookV2 main {after[..6]}"]);
        var run = await world.LastAsync();
        run.Trigger.TriggerDetail.ShouldBe($"The branch 'main' changed. Told by {DeliveryWorld.Arn}.");
        (run.SourceRevisions[0].Repository, run.SourceRevisions[0].ConnectionArn, run.SourceRevisions[0].RevisionId).ShouldBe((world.Url, DeliveryWorld.Arn, after));
    }

    [Theory]
    [MemberData(nameof(Pushes))]
    public async Task A_push_that_a_poll_was_faster_with_is_no_second_run(GitProvider provider, string repository, string before, string name, string body, string after)
    {
        using var world = await DeliveryWorld.CreateAsync(provider, repository, before);
        world.Push("main", after);

        (await world.PollAsync()).ShouldBe(1);
        (await world.TakeAsync(new HostDelivery(provider, name, body))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public async Task A_tag_that_fits_is_released_once(GitProvider provider, string repository, string name, string body, string run)
    {
        using var world = await DeliveryWorld.CreateAsync(provider, repository, GitHubDeliveries.Before, "\"push\":[{\"tags\":{\"includes\":[\"*\"]}}]");
        var words = run.Split(' ');
        world.Tags[words[1]] = new[] { GitHubDeliveries.After, GitLabDeliveries.After, BitbucketDeliveries.After }.First(commit => commit.StartsWith(words[2], StringComparison.Ordinal));

        (await world.TakeAsync(new HostDelivery(provider, name, body))).ShouldBe(["app"]);
        (await world.PollAsync()).ShouldBe(0);

        (await world.RunsAsync())[1..].ShouldBe([run]);
    }

    [Theory]
    [MemberData(nameof(PullRequests))]
    public async Task A_pull_request_is_released_as_it_stands_with_what_it_is_called(GitProvider provider, string repository, string name, string body, string branch, string commit, string pull)
    {
        using var world = await DeliveryWorld.CreateAsync(provider, repository, GitHubDeliveries.Before, Pulls);
        world.Push(branch, commit);

        (await world.TakeAsync(new HostDelivery(provider, name, body))).ShouldBe(["app"]);
        (await world.PollAsync()).ShouldBe(0);

        (await world.RunsAsync())[1..].ShouldBe([$"WebhookV2 {branch} {commit[..6]}"]);
        var revision = (await world.LastAsync()).SourceRevisions[0];
        ($"{revision.PullRequest!.Number} {revision.PullRequest.Title}", revision.PullRequest.TargetBranch, revision.RevisionId).ShouldBe((pull, "main", commit));
    }

    [Fact]
    public async Task What_is_delivered_twice_is_one_run_and_a_pull_request_keeps_no_push_from_being_one()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before, $"{Pulls},\"push\":[{{\"branches\":{{\"includes\":[\"changes\"]}}}}]");
        var opened = new HostDelivery(GitProvider.GitHub, "pull_request", GitHubDeliveries.Pull("opened"));
        world.Push("changes", GitHubDeliveries.After);

        await world.TakeAsync(opened, "same");
        await world.TakeAsync(opened, "same");
        (await world.RunsAsync()).Length.ShouldBe(2);

        (await world.PollAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_push_that_was_overtaken_is_not_released_after_what_came_later()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before);
        var later = Documents.Commit(9);
        var second = _push with { Body = GitHubDeliveries.Push.Replace(GitHubDeliveries.After, later, StringComparison.Ordinal).Replace(GitHubDeliveries.Before, GitHubDeliveries.After, StringComparison.Ordinal) };
        world.Push("main", later);

        await world.TakeAsync(second);
        await world.TakeAsync(_push);

        (await world.RunsAsync()).ShouldBe([$"CreatePipeline main {GitHubDeliveries.Before[..6]}", $"WebhookV2 main {later[..6]}"]);
    }

    [Fact]
    public async Task Pushes_in_their_order_are_each_released_though_the_branch_stands_further()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before);
        var later = Documents.Commit(9);
        var second = _push with { Body = GitHubDeliveries.Push.Replace(GitHubDeliveries.After, later, StringComparison.Ordinal).Replace(GitHubDeliveries.Before, GitHubDeliveries.After, StringComparison.Ordinal) };
        world.Push("main", later);

        await world.TakeAsync(_push);
        await world.TakeAsync(second);

        (await world.RunsAsync())[1..].ShouldBe([$"WebhookV2 main {GitHubDeliveries.After[..6]}", $"WebhookV2 main {later[..6]}"]);
    }

    [Theory]
    [InlineData(null, "false")]
    [InlineData("\"push\":[{\"branches\":{\"includes\":[\"release/*\"]}}]", null)]
    [InlineData("\"push\":[{\"branches\":{\"includes\":[\"main\"]},\"filePaths\":{\"excludes\":[\"*.md\"]}}]", null)]
    [InlineData(Pulls, null)]
    public async Task What_nobody_asked_for_starts_nothing(string? trigger, string? detects)
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before, trigger, detects);
        world.Push("main", GitHubDeliveries.After);
        world.Suite.Refs.Paths[GitHubDeliveries.After] = ["README.md"];

        (await world.TakeAsync(_push)).ShouldBeEmpty();
        (await world.PollAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("README.md", 0)]
    [InlineData("shop/basket.cs", 1)]
    public async Task Paths_that_the_host_does_not_tell_are_found_out(string path, int runs)
    {
        using var world = await DeliveryWorld.CreateAsync(
            GitProvider.Bitbucket, BitbucketDeliveries.Repository, BitbucketDeliveries.Before, "\"push\":[{\"branches\":{\"includes\":[\"main\"]},\"filePaths\":{\"includes\":[\"shop/**\"]}}]");
        world.Push("main", BitbucketDeliveries.After);
        world.Suite.Refs.Paths[BitbucketDeliveries.After] = [path];

        (await world.TakeAsync(new HostDelivery(GitProvider.Bitbucket, "repo:push", BitbucketDeliveries.Push))).Count.ShouldBe(runs);
    }

    [Fact]
    public async Task A_pull_request_whose_branch_has_moved_on_waits_for_what_is_told_next()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.Bitbucket, BitbucketDeliveries.Repository, BitbucketDeliveries.Before, Pulls);
        world.Push("branch2", Documents.Commit(9));

        (await world.TakeAsync(new HostDelivery(GitProvider.Bitbucket, "pullrequest:created", BitbucketDeliveries.Pull("OPEN")))).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_pipelines_that_read_the_repository_by_the_connection_are_started_and_no_others()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before);
        await world.KeepAsync("twin", arn: DeliveryWorld.Arn.Replace("codeconnections", "codestar-connections", StringComparison.Ordinal));
        world.Suite.Connections.Opened[DeliveryWorld.Arn.Replace("codeconnections", "codestar-connections", StringComparison.Ordinal)] = world.Suite.Connections.Opened[DeliveryWorld.Arn];
        world.Suite.Connections.Opened[$"{DeliveryWorld.Arn[..^1]}6"] = world.Suite.Connections.Opened[DeliveryWorld.Arn];
        await world.KeepAsync("stranger", arn: $"{DeliveryWorld.Arn[..^1]}6");
        await world.Suite.KeepAsync(new PipelineText("plain").Stage(
            "Source", PipelineText.Action("Checkout", "Source/Custom/Git", outputs: "Source", configuration: new JsonObject { ["Repository"] = "https://github.com/codertocat/hello-world", ["Branch"] = "main", ["ConnectionArn"] = DeliveryWorld.Arn })).Stage("Build", PipelineText.Build("Compile")));
        world.Suite.Refs.Heads["https://github.com/codertocat/hello-world"] = GitHubDeliveries.Before;
        await world.Suite.Get<PollSources>().PollAsync(new PollRequest("plain"), TestContext.Current.CancellationToken);
        world.Push("main", GitHubDeliveries.After);

        (await world.TakeAsync(_push)).Order(StringComparer.Ordinal).ShouldBe(["app", "plain", "twin"]);
    }

    [Fact]
    public async Task One_pipelines_source_that_cannot_be_read_keeps_no_other_from_its_run_and_is_told_again()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before);
        await world.Suite.KeepAsync(new PipelineText("aaa").Stage(
            "Source",
            PipelineText.Action("Checkout", "Source/AWS/CodeStarSourceConnection", outputs: "Source", configuration: new JsonObject { ["ConnectionArn"] = DeliveryWorld.Arn, ["FullRepositoryId"] = GitHubDeliveries.Repository, ["BranchName"] = "main" }),
            PipelineText.Action("Other", "Source/Custom/Git", outputs: "Other", configuration: new JsonObject { ["Repository"] = "/srv/other", ["Branch"] = "main" })).Stage("Build", PipelineText.Build("Compile")));
        world.Suite.Refs.Heads["/srv/other"] = Documents.Commit(1);
        (await world.Suite.Get<PollSources>().PollAsync(new PollRequest("aaa"), TestContext.Current.CancellationToken)).Started.Count.ShouldBe(1);
        world.Suite.Refs.Heads.TryRemove("/srv/other", out _);
        world.Push("main", GitHubDeliveries.After);

        (await Should.ThrowAsync<SourceUnavailableException>(() => world.TakeAsync(_push, "again"))).Message.ShouldContain("aaa: ");
        (await world.RunsAsync()).Length.ShouldBe(2);

        world.Suite.Refs.Heads["/srv/other"] = Documents.Commit(1);
        await world.TakeAsync(_push, "again");
        ((await world.RunsAsync()).Length, (await world.RunsAsync("aaa")).Length).ShouldBe((2, 2));
    }

    [Fact]
    public async Task What_is_deleted_starts_nothing()
    {
        using var world = await DeliveryWorld.CreateAsync(GitProvider.GitHub, GitHubDeliveries.Repository, GitHubDeliveries.Before, "\"push\":[{\"tags\":{\"includes\":[\"*\"]}}]");

        (await world.TakeAsync(new HostDelivery(GitProvider.GitHub, "push", GitHubDeliveries.TagDeleted))).ShouldBeEmpty();
        (await world.TakeAsync(new HostDelivery(GitProvider.GitHub, "ping", GitHubDeliveries.Ping))).ShouldBeEmpty();
    }
}
