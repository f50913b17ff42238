using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Connections.Api;
using Sluice.Connections.Deliveries;
using Sluice.Platform.Connections;
using Sluice.Platform.GitHosts;
using Sluice.Platform.Json;
using Sluice.Platform.Protocol;
using Sluice.World.Deliveries;

namespace Sluice.Connections.Tests.Deliveries;

/// <summary>What git hosts deliver, in the payloads that they document and with their signatures.</summary>
public sealed class DeliveryEntryTests : IDisposable
{
    private const string Secret = "s3cret";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly ConnectionWorld _world = new();

    public static TheoryData<GitProvider, string, string, string> Documented => new()
    {
        { GitProvider.GitHub, "push", GitHubDeliveries.Push, $"Push refs/heads/main {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: README.md" },
        { GitProvider.GitHub, "push", GitHubDeliveries.Tag, $"Push refs/tags/simple-tag {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: " },
        { GitProvider.GitHub, "pull_request", GitHubDeliveries.Pull("opened"), $"PullRequestCreated refs/heads/changes {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: " },
        { GitProvider.GitHub, "pull_request", GitHubDeliveries.Pull("synchronize"), $"PullRequestUpdated refs/heads/changes {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: " },
        { GitProvider.GitHub, "pull_request", GitHubDeliveries.Pull("closed"), $"PullRequestClosed refs/heads/changes {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: " },
        { GitProvider.GitHub, "pull_request", GitHubDeliveries.Pull("closed", isMerged: true), $"PullRequestMerged refs/heads/changes {GitHubDeliveries.After} of {GitHubDeliveries.Repository}: " },
        { GitProvider.GitLab, "Push Hook", GitLabDeliveries.Push, $"Push refs/heads/main {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: CHANGELOG app/controller/application.rb" },
        { GitProvider.GitLab, "Tag Push Hook", GitLabDeliveries.Tag, $"Push refs/tags/v1.0.0 {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: " },
        { GitProvider.GitLab, "Merge Request Hook", GitLabDeliveries.Merge("open"), $"PullRequestCreated refs/heads/ms-viewport {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: " },
        { GitProvider.GitLab, "Merge Request Hook", GitLabDeliveries.Merge("update"), $"PullRequestUpdated refs/heads/ms-viewport {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: " },
        { GitProvider.GitLab, "Merge Request Hook", GitLabDeliveries.Merge("close"), $"PullRequestClosed refs/heads/ms-viewport {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: " },
        { GitProvider.GitLab, "Merge Request Hook", GitLabDeliveries.Merge("merge"), $"PullRequestMerged refs/heads/ms-viewport {GitLabDeliveries.After} of {GitLabDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "repo:push", BitbucketDeliveries.Push, $"Push refs/heads/main {BitbucketDeliveries.After} of {BitbucketDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "repo:push", BitbucketDeliveries.Tag, $"Push refs/tags/v1.0 {BitbucketDeliveries.After} of {BitbucketDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "pullrequest:created", BitbucketDeliveries.Pull("OPEN"), $"PullRequestCreated refs/heads/branch2 {BitbucketDeliveries.After[..12]} of {BitbucketDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "pullrequest:updated", BitbucketDeliveries.Pull("OPEN"), $"PullRequestUpdated refs/heads/branch2 {BitbucketDeliveries.After[..12]} of {BitbucketDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "pullrequest:rejected", BitbucketDeliveries.Pull("DECLINED"), $"PullRequestClosed refs/heads/branch2 {BitbucketDeliveries.After[..12]} of {BitbucketDeliveries.Repository}: " },
        { GitProvider.Bitbucket, "pullrequest:fulfilled", BitbucketDeliveries.Pull("MERGED"), $"PullRequestMerged refs/heads/branch2 {BitbucketDeliveries.After[..12]} of {BitbucketDeliveries.Repository}: " },
    };

    public void Dispose() => _world.Dispose();

    private async Task<StoredConnection> ConnectAsync(GitProvider provider) =>
        (await _world.Get<ConnectionStore>().PutDeliverySecretAsync(await _world.ConnectAsync(provider), Secret, Cancellation))!;

    private async Task<(int Status, string Body)> PostAsync(HostDelivery delivery, string id, string secret = Secret) => await PostAsync(delivery.Request("/deliveries", $"t={id}", secret));

    private async Task<(int Status, string Body)> PostAsync(ApiRequest request)
    {
        ConnectionsEndpoint.IsOpen(request).ShouldBeTrue();
        var answer = await _world.Get<ConnectionsEndpoint>().AnswerAsync(request, Cancellation);
        return (answer.Status, System.Text.Encoding.UTF8.GetString(answer.Body.Span));
    }

    private async Task<IReadOnlyList<RepositoryChange>> ToldAsync() => [.. (await _world.EventsAsync()).Select(told => told.Detail.Deserialize<RepositoryChange>(SluiceJson.Options)!)];

    [Theory]
    [MemberData(nameof(Documented))]
    public async Task What_a_host_documents_becomes_one_event_however_often_it_comes(GitProvider provider, string name, string body, string says)
    {
        var connection = await ConnectAsync(provider);

        (await PostAsync(new HostDelivery(provider, name, body), connection.Id)).Status.ShouldBe(202);
        (await PostAsync(new HostDelivery(provider, name, body), connection.Id)).Status.ShouldBe(202);

        var told = (await ToldAsync()).ShouldHaveSingleItem();
        told.ConnectionId.ShouldBe(connection.Id);
        var change = told.Change;
        $"{change.Happened} {change.HeadRef} {change.HeadCommit} of {change.FullName}: {string.Join(' ', change.FilePaths ?? [])}".ShouldBe(says);
        var happened = (await _world.EventsAsync())[0];
        (happened.Source, happened.DetailType, happened.Resources.Single()).ShouldBe(("sluice.codeconnections", "Sluice Repository Change", $"arn:aws:codeconnections:us-east-1:123456789012:connection/{connection.Id}"));
    }

    [Fact]
    public async Task Who_does_not_know_the_secret_is_told_no_more_than_who_knows_no_connection()
    {
        var connection = await ConnectAsync(GitProvider.GitHub);
        var silent = await _world.ConnectAsync(GitProvider.GitHub);
        var push = new HostDelivery(GitProvider.GitHub, "push", GitHubDeliveries.Push);

        var refused = await PostAsync(push, connection.Id, "guess");
        refused.Status.ShouldBe(403);
        (await PostAsync(push, "00000000-0000-0000-0000-0000000000ff")).ShouldBe(refused);
        (await PostAsync(push, "hub")).ShouldBe(refused);
        (await PostAsync(push, silent.Id)).ShouldBe(refused);
        (await PostAsync(push with { Provider = GitProvider.GitLab }, connection.Id)).ShouldBe(refused);
        (await PostAsync(push with { Provider = GitProvider.Bitbucket }, connection.Id)).ShouldBe(refused);
        (await PostAsync(push.Request("/deliveries", $"t={connection.Id}", Secret) with { Headers = [new("X-GitHub-Event", "push")] })).ShouldBe(refused);
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_was_changed_on_its_way_or_is_too_long_is_refused()
    {
        var connection = await ConnectAsync(GitProvider.Bitbucket);
        var push = new HostDelivery(GitProvider.Bitbucket, "repo:push", BitbucketDeliveries.Push).Request("/deliveries", $"t={connection.Id}", Secret);

        (await PostAsync(push with { Body = System.Text.Encoding.UTF8.GetBytes(BitbucketDeliveries.Push.Replace("main", "prod", StringComparison.Ordinal)) })).Status.ShouldBe(403);
        (await PostAsync(new HostDelivery(GitProvider.Bitbucket, "repo:push", BitbucketDeliveries.Push + new string(' ', ApiRequest.LargestBody)), connection.Id)).Status.ShouldBe(413);
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ping", GitHubDeliveries.Ping, 202)]
    [InlineData("push", GitHubDeliveries.TagDeleted, 202)]
    [InlineData("push", "payload=%7B%7D", 400)]
    public async Task What_tells_of_nothing_is_taken_and_what_is_no_document_is_not(string name, string body, int status)
    {
        var connection = await ConnectAsync(GitProvider.GitHub);

        (await PostAsync(new HostDelivery(GitProvider.GitHub, name, body), connection.Id)).Status.ShouldBe(status);
        (await ToldAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_would_be_too_much_for_an_event_is_left_out()
    {
        var connection = await ConnectAsync(GitProvider.GitHub);
        var paths = string.Join(',', Enumerable.Range(0, 4_000).Select(number => $"\"folder/{number}/of/a/very/long/path\""));
        var body = GitHubDeliveries.Push.Replace("\"README.md\"", paths, StringComparison.Ordinal);

        await PostAsync(new HostDelivery(GitProvider.GitHub, "push", body), connection.Id);

        var change = (await ToldAsync()).ShouldHaveSingleItem().Change;
        (change.FilePaths, change.HasAllPaths, change.CommitMessage).ShouldBe((null, false, null));
    }

    [Fact]
    public async Task All_refs_of_one_push_are_told()
    {
        var connection = await ConnectAsync(GitProvider.Bitbucket);
        var changes = new JsonArray([.. Enumerable.Range(0, 60).Select(number => JsonNode.Parse($$$"""{"new":{"type":"branch","name":"b{{{number}}}","target":{"hash":"{{{BitbucketDeliveries.After}}}"}},"old":null}"""))]);

        await PostAsync(new HostDelivery(GitProvider.Bitbucket, "repo:push", $$"""{ "repository": { "full_name": "team_name/repo_name" }, "push": { "changes": {{changes.ToJsonString()}} } }"""), connection.Id);

        (await ToldAsync()).Select(told => told.Change.HeadRef).Distinct().Count().ShouldBe(60);
    }
}
