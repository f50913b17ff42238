using System.Net;
using System.Text.Json.Nodes;
using Sluice.Platform.Connections;

namespace Sluice.Platform.Tests.Connections;

/// <summary>What is asked of hosts, as each one's documentation of its API has it.</summary>
public sealed class GitHostApiTests : IDisposable
{
    private const string Commit = "1111111111111111111111111111111111111111";
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly RecordingHost _host = new();
    private readonly HttpClient _http;
    private readonly GitHostApi _api;

    public GitHostApiTests()
    {
        _http = new HttpClient(_host);
        _api = new GitHostApi(_http, TimeProvider.System);
    }

    public static TheoryData<GitProvider, string, string, string> Hooks => new()
    {
        {
            GitProvider.GitHub, "POST https://host.test/api/repos/team/shop/hooks",
            """{"name":"web","active":true,"events":["push","pull_request"],"config":{"url":"https://sluice.test/trigger","content_type":"json","secret":"s3cret"}}""", "12"
        },
        {
            GitProvider.GitLab, "POST https://host.test/api/projects/team%2Fshop/hooks",
            """{"url":"https://sluice.test/trigger","push_events":true,"tag_push_events":true,"merge_requests_events":true,"token":"s3cret"}""", "12"
        },
        {
            GitProvider.Bitbucket, "POST https://host.test/api/repositories/team/shop/hooks",
            """{"description":"Sluice","url":"https://sluice.test/trigger","active":true,"events":["repo:push","pullrequest:created","pullrequest:updated","pullrequest:fulfilled","pullrequest:rejected"],"secret":"s3cret"}""", "{u-1}"
        },
    };

    public static TheoryData<GitProvider, CommitState, string, string> Statuses => new()
    {
        { GitProvider.GitHub, CommitState.Pending, $"POST https://host.test/api/repos/team/shop/statuses/{Commit}", """{"state":"pending","context":"sluice/app","description":"It builds.","target_url":"https://sluice.test/runs/1"}""" },
        { GitProvider.GitHub, CommitState.Error, $"POST https://host.test/api/repos/team/shop/statuses/{Commit}", """{"state":"error","context":"sluice/app","description":"It builds.","target_url":"https://sluice.test/runs/1"}""" },
        { GitProvider.GitLab, CommitState.Pending, $"POST https://host.test/api/projects/team%2Fshop/statuses/{Commit}", """{"state":"running","name":"sluice/app","description":"It builds.","target_url":"https://sluice.test/runs/1"}""" },
        { GitProvider.GitLabSelfManaged, CommitState.Failure, $"POST https://host.test/api/projects/team%2Fshop/statuses/{Commit}", """{"state":"failed","name":"sluice/app","description":"It builds.","target_url":"https://sluice.test/runs/1"}""" },
        {
            GitProvider.Bitbucket, CommitState.Success, $"POST https://host.test/api/repositories/team/shop/commit/{Commit}/statuses/build",
            """{"state":"SUCCESSFUL","key":"sluice/app","name":"sluice/app","description":"It builds.","url":"https://sluice.test/runs/1"}"""
        },
    };

    private static GitHostRepository Repository(GitProvider provider) => new(provider, new Uri("https://host.test/api"), "team/shop", new TokenSignIn(GitProviders.UserOfToken(provider), "t0ken"));

    [Theory]
    [MemberData(nameof(Hooks))]
    public async Task A_webhook_is_made_in_the_hosts_own_form(GitProvider provider, string request, string body, string id)
    {
        _host.Answer(HttpStatusCode.Created, """{"id":12,"uuid":"{u-1}"}""");

        (await _api.AddHookAsync(Repository(provider), "https://sluice.test/trigger", "s3cret", Cancellation)).ShouldBe(id);

        _host.Asked.ShouldBe([request]);
        JsonNode.DeepEquals(JsonNode.Parse(_host.Body!), JsonNode.Parse(body)).ShouldBeTrue(_host.Body);
        _host.Authorization.ShouldBe("Bearer t0ken");
    }

    [Fact]
    public async Task A_webhook_without_a_secret_is_told_none()
    {
        _host.Answer(HttpStatusCode.Created, """{"id":12}""");

        await _api.AddHookAsync(Repository(GitProvider.GitHub), "https://sluice.test/trigger", secret: null, Cancellation);

        JsonNode.Parse(_host.Body!)!["config"]!.AsObject().ContainsKey("secret").ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task A_webhook_that_is_gone_is_taken_away(HttpStatusCode status)
    {
        _host.Answer(status, "");

        await _api.RemoveHookAsync(Repository(GitProvider.Bitbucket), "{u-1}", Cancellation);

        _host.Asked.ShouldBe(["DELETE https://host.test/api/repositories/team/shop/hooks/%7Bu-1%7D"]);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_commits_status_is_told_in_the_hosts_own_words(GitProvider provider, CommitState state, string request, string body)
    {
        _host.Answer(HttpStatusCode.Created, "{}");

        await _api.ReportAsync(Repository(provider), new CommitStatus(Commit, state, "sluice/app", "It builds.", new Uri("https://sluice.test/runs/1")), Cancellation);

        _host.Asked.ShouldBe([request]);
        JsonNode.DeepEquals(JsonNode.Parse(_host.Body!), JsonNode.Parse(body)).ShouldBeTrue(_host.Body);
    }

    [Fact]
    public async Task Words_that_a_host_would_not_take_are_cut()
    {
        _host.Answer(HttpStatusCode.Created, "{}");

        await _api.ReportAsync(Repository(GitProvider.Bitbucket), new CommitStatus(Commit, CommitState.Success, new string('c', 50) + "-end", new string('d', 200)), Cancellation);

        var told = JsonNode.Parse(_host.Body!)!;
        told["description"]!.ToString().Length.ShouldBe(140);
        told["key"]!.ToString().Length.ShouldBe(40);
        told["key"]!.ToString().ShouldEndWith("-end");
    }

    [Theory]
    [InlineData("""{"message":"Validation Failed"}""", "host.test answered 422 Unprocessable Entity: Validation Failed.")]
    [InlineData("""{"error":{"message":"no such hook"}}""", "host.test answered 422 Unprocessable Entity: no such hook.")]
    [InlineData("<html>", "host.test answered 422 Unprocessable Entity.")]
    public async Task A_refusal_is_told_in_the_hosts_words(string answer, string says)
    {
        _host.Answer(HttpStatusCode.UnprocessableEntity, answer);

        var refused = await Should.ThrowAsync<GitHostRefusedException>(() => _api.AddHookAsync(Repository(GitProvider.GitHub), "https://sluice.test/trigger", "s3cret", Cancellation));

        refused.Message.ShouldBe(says);
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_named()
    {
        _host.Break();

        (await Should.ThrowAsync<GitHostRefusedException>(() => _api.RemoveHookAsync(Repository(GitProvider.GitHub), "12", Cancellation))).Message.ShouldBe("host.test was asked, and did not answer.");
    }

    public void Dispose()
    {
        _http.Dispose();
        _host.Dispose();
    }
}
