using System.Text;
using Sluice.Pipelines.Shapes;
using Sluice.Pipelines.Triggers;
using Sluice.Platform.GitHosts;

namespace Sluice.Pipelines.Tests.Triggers;

/// <summary>Deliveries of hosts, cut down to what is read of them, as what happened in a repository.</summary>
public sealed class HostEventsTests
{
    private const string Old = "1111111111111111111111111111111111111111";
    private const string New = "2222222222222222222222222222222222222222";
    private const string Nothing = "0000000000000000000000000000000000000000";

    [Fact]
    public void Reads_GitHubs_push()
    {
        var push = Read("X-GitHub-Event", "push", $$"""{ "ref": "refs/heads/release/1", "before": "{{Old}}", "after": "{{New}}", "forced": false, "commits": [ { "added": [ "a" ], "modified": [ "b" ], "removed": [ "c" ] } ] }""").ShouldBeOfType<BranchPush>();

        (push.Branch, push.Commit, push.Before).ShouldBe(("release/1", New, Old));
        push.Paths.ShouldBe(["a", "b", "c"]);
    }

    // What a new or a moved branch changed is not in the delivery.
    [Theory]
    [InlineData(Nothing, "false")]
    [InlineData(Old, "true")]
    public void Knows_when_GitHub_does_not_tell_all_paths(string before, string forced) =>
        Read("X-GitHub-Event", "push", $$"""{ "ref": "refs/heads/main", "before": "{{before}}", "after": "{{New}}", "forced": {{forced}}, "commits": [ { "added": [ "a" ] } ] }""")!.Paths.ShouldBeNull();

    [Fact]
    public void Reads_GitHubs_tag_and_leaves_what_was_deleted()
    {
        Read("X-GitHub-Event", "push", $$"""{ "ref": "refs/tags/v1", "before": "{{Nothing}}", "after": "{{New}}" }""").ShouldBe(new TagPush("v1", New));
        Read("X-GitHub-Event", "push", $$"""{ "ref": "refs/heads/main", "before": "{{Old}}", "after": "{{Nothing}}" }""").ShouldBeNull();
    }

    [Theory]
    [InlineData("opened", "false", GitPullRequestEventType.OPEN)]
    [InlineData("reopened", "false", GitPullRequestEventType.OPEN)]
    [InlineData("synchronize", "false", GitPullRequestEventType.UPDATED)]
    [InlineData("closed", "true", GitPullRequestEventType.CLOSED)]
    [InlineData("closed", "false", GitPullRequestEventType.CLOSED)]
    public void Reads_GitHubs_pull_requests(string action, string merged, GitPullRequestEventType happened) =>
        Read("X-GitHub-Event", "pull_request", $$"""{ "action": "{{action}}", "number": 7, "pull_request": { "merged": {{merged}}, "head": { "ref": "topic", "sha": "{{New}}", "repo": { "id": 1 } }, "base": { "ref": "main", "repo": { "id": 1 } } } }""")
            .ShouldBe(new PullRequestChange(7, happened, "topic", "main", New));

    [Fact]
    public void Knows_a_fork()
    {
        Read("X-GitHub-Event", "pull_request", $$"""{ "action": "opened", "number": 7, "pull_request": { "head": { "ref": "topic", "sha": "{{New}}", "repo": { "id": 2 } }, "base": { "ref": "main", "repo": { "id": 1 } } } }""")
            .ShouldBeOfType<PullRequestChange>().IsFork.ShouldBeTrue();
        Read("X-GitHub-Event", "pull_request", """{ "action": "labeled", "number": 7, "pull_request": {} }""").ShouldBeNull();
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(25, false)]
    public void Reads_GitLabs_push_and_whether_all_commits_are_told(int total, bool isTold)
    {
        var push = Read("X-Gitlab-Event", "Push Hook", $$"""{ "object_kind": "push", "ref": "refs/heads/main", "before": "{{Old}}", "after": "{{New}}", "checkout_sha": "{{New}}", "total_commits_count": {{total}}, "commits": [ { "id": "{{New}}", "added": [ "a" ] } ] }""").ShouldBeOfType<BranchPush>();

        (push.Branch, push.Commit, push.Paths is not null).ShouldBe(("main", New, isTold));
    }

    [Fact]
    public void Reads_GitLabs_merge_requests_and_tags()
    {
        Read("X-Gitlab-Event", "Merge Request Hook", $$"""{ "object_kind": "merge_request", "object_attributes": { "iid": 3, "action": "merge", "source_branch": "topic", "target_branch": "main", "source_project_id": 1, "target_project_id": 1, "last_commit": { "id": "{{New}}" } } }""")
            .ShouldBe(new PullRequestChange(3, GitPullRequestEventType.CLOSED, "topic", "main", New));
        Read("X-Gitlab-Event", "Tag Push Hook", $$"""{ "object_kind": "tag_push", "ref": "refs/tags/v1", "before": "{{Nothing}}", "after": "{{Old}}", "checkout_sha": "{{New}}" }""").ShouldBe(new TagPush("v1", New));
    }

    [Fact]
    public void Reads_all_refs_of_Bitbuckets_push()
    {
        var body = $$"""
            { "push": { "changes": [
              { "old": { "target": { "hash": "{{Old}}" } }, "new": { "type": "branch", "name": "main", "target": { "hash": "{{New}}" } } },
              { "old": null, "new": { "type": "tag", "name": "v1", "target": { "hash": "{{New}}" } } },
              { "old": { "target": { "hash": "{{Old}}" } }, "new": null } ] } }
            """;

        All("X-Event-Key", "repo:push", body).Select(HostEvents.Of).ShouldBe([new BranchPush("main", New, Old), new TagPush("v1", New)]);
    }

    [Fact]
    public void Reads_Bitbuckets_pull_requests() =>
        Read("X-Event-Key", "pullrequest:updated", $$"""{ "pullrequest": { "id": 4, "source": { "branch": { "name": "topic" }, "commit": { "hash": "{{New}}" }, "repository": { "uuid": "r" } }, "destination": { "branch": { "name": "main" }, "repository": { "uuid": "r" } } } }""")
            .ShouldBe(new PullRequestChange(4, GitPullRequestEventType.UPDATED, "topic", "main", New));

    [Theory]
    [InlineData("X-GitHub-Event", "push", "no JSON")]
    [InlineData("X-GitHub-Event", "push", "{}")]
    [InlineData("X-GitHub-Event", "star", "{}")]
    [InlineData("X-Gitlab-Event", "Push Hook", """{ "object_kind": "wiki" }""")]
    [InlineData("X-Event-Key", "repo:fork", "{}")]
    [InlineData("X-Other", "push", "{}")]
    public void Tells_nothing_of_what_is_no_push_and_no_pull_request(string header, string name, string body) => All(header, name, body).ShouldBeEmpty();

    private static RepositoryEvent? Read(string header, string name, string body) => All(header, name, body).Select(HostEvents.Of).SingleOrDefault();

    private static IReadOnlyList<GitHostEvent> All(string header, string name, string body) => GitHostReader.Read(asked => asked == header ? name : null, Encoding.UTF8.GetBytes(body));
}
