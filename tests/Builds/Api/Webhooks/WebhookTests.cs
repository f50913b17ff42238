using System.Text;
using System.Text.Json.Nodes;
using Sluice.Builds.ControlPlane.Webhooks;
using Sluice.Builds.ControlPlane.Webhooks.Entry;
using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Api.Webhooks;

public sealed class WebhookTests : IDisposable
{
    private const string Pushes = "'filterGroups':[[{'type':'EVENT','pattern':'PUSH'}]]";
    private readonly BuildsApi _api = new();

    [Fact]
    public async Task A_webhook_tells_where_to_deliver_and_its_secret_once()
    {
        var (made, _) = await CreateAsync("GITHUB", Pushes);

        // A type of build that nobody chose would be a change in Terraform's next plan.
        ((string)made["status"]!, (string?)made["buildType"]).ShouldBe(("ACTIVE", null));
        made["payloadUrl"]!.ToString().ShouldContain("/webhooks?t=");
        made["secret"]!.ToString().Length.ShouldBe(32);
        var told = (await _api.ProjectAsync("web"))["webhook"]!;
        told["secret"].ShouldBeNull();
        told["payloadUrl"]!.ToString().ShouldBe(made["payloadUrl"]!.ToString());
        (await _api.RefusedAsync("CreateWebhook", $"{{'projectName':'web',{Pushes}}}")).Code.ShouldBe("ResourceAlreadyExistsException");
    }

    [Theory]
    [InlineData("GITHUB", "push", Deliveries.GitHubPush, "21031067")]
    [InlineData("GITLAB", "Push Hook", Deliveries.GitLabPush, "4")]
    [InlineData("BITBUCKET", "repo:push", Deliveries.BitbucketPush, "557058:a")]
    public async Task A_push_of_each_host_starts_a_build_of_its_commit(string host, string name, string body, string actor)
    {
        var (webhook, secret) = await CreateAsync(host, Pushes);

        var (status, answer) = await DeliverAsync(webhook, secret, body, host, name);

        var build = _api.Started.All.Single();
        (status, (string)answer["buildId"]!, build.SourceVersion, build.IsBatch).ShouldBe((202, $"web:{build.BuildId}", Deliveries.Commit, false));
        build.Variables["CODEBUILD_WEBHOOK_EVENT"].ShouldBe("PUSH");
        build.Variables["CODEBUILD_WEBHOOK_HEAD_REF"].ShouldBe("refs/heads/main");
        build.Variables["CODEBUILD_WEBHOOK_TRIGGER"].ShouldBe("branch/main");
        build.Variables["CODEBUILD_WEBHOOK_ACTOR_ACCOUNT_ID"].ShouldBe(actor);
        build.Variables.ShouldContainKey("CODEBUILD_WEBHOOK_PREV_COMMIT");
        build.Initiator.ShouldBe(host == "GITHUB" ? "GitHub-Hookshot/0ab12cd" : $"{host}-webhook");
    }

    [Theory]
    [InlineData("GITHUB", "pull_request", Deliveries.GitHubPull)]
    [InlineData("GITLAB", "Merge Request Hook", Deliveries.GitLabMerge)]
    [InlineData("BITBUCKET", "pullrequest:created", Deliveries.BitbucketPull)]
    public async Task A_pull_request_of_each_host_starts_a_build_of_it(string host, string name, string body)
    {
        var (webhook, secret) = await CreateAsync(host, "'buildType':'BUILD_BATCH','filterGroups':[[{'type':'EVENT','pattern':'PUSH, PULL_REQUEST_CREATED'},{'type':'BASE_REF','pattern':'^refs/heads/main$'},{'type':'HEAD_REF','pattern':'topic'}]]");

        await DeliverAsync(webhook, secret, body, host, name);

        var build = _api.Started.All.Single();
        (build.SourceVersion, build.IsBatch, build.Variables["CODEBUILD_WEBHOOK_TRIGGER"], build.Variables["CODEBUILD_WEBHOOK_BASE_REF"], build.Variables["CODEBUILD_WEBHOOK_EVENT"])
            .ShouldBe(("pr/7", true, "pr/7", "refs/heads/main", "PULL_REQUEST_CREATED"));
    }

    [Fact]
    public async Task Any_program_can_tell_of_a_push_and_may_mean_it_twice()
    {
        var (webhook, secret) = await CreateAsync("GITHUB", Pushes);

        await DeliverAsync(webhook, secret, Deliveries.Plain, "", "1");
        await DeliverAsync(webhook, secret, Deliveries.Plain, "", "2");
        await DeliverAsync(webhook, secret, Deliveries.Plain, "", "2");

        _api.Started.All.Count.ShouldBe(2);
        _api.Started.All[0].Variables["CODEBUILD_WEBHOOK_TRIGGER"].ShouldBe("tag/v1");
    }

    [Fact]
    public async Task A_delivery_that_comes_again_is_the_same_build_whatever_its_headers_say()
    {
        var (webhook, secret) = await CreateAsync("GITHUB", Pushes);
        var request = Deliveries.Of(webhook["payloadUrl"]!.ToString(), secret, Deliveries.GitHubPush, "GITHUB", "push");

        foreach (var id in new[] { "1", "1", "2" })
        {
            (await _api.Get<WebhookEntry>().AnswerAsync(request with { Headers = [.. request.Headers, new("X-GitHub-Delivery", id)] }, CancellationToken.None)).Status.ShouldBe(202);
        }

        _api.Started.All.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("GITHUB")]
    [InlineData("GITLAB")]
    [InlineData("BITBUCKET")]
    [InlineData("")]
    public async Task Who_does_not_know_the_secret_starts_nothing(string host)
    {
        var (webhook, secret) = await CreateAsync(host.Length == 0 ? "GITHUB" : host, Pushes);
        var good = Deliveries.Of(webhook["payloadUrl"]!.ToString(), secret, Deliveries.GitHubPush, host, "push");

        foreach (var bad in new[]
        {
            Deliveries.Of(webhook["payloadUrl"]!.ToString(), "guess", Deliveries.GitHubPush, host, "push"),
            good with { Headers = [.. good.Headers.Where(header => !header.Key.Contains("sign", StringComparison.OrdinalIgnoreCase) && header.Key != "X-Gitlab-Token")] },
            host == "GITLAB" ? good with { Headers = [new("X-Gitlab-Event", "push"), new("X-Gitlab-Token", "")] } : good with { Body = Encoding.UTF8.GetBytes(Deliveries.GitHubPush + " ") },
        })
        {
            (await _api.Get<WebhookEntry>().AnswerAsync(bad, CancellationToken.None)).Status.ShouldBe(403);
        }

        _api.Started.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_secret_is_told_once_and_the_old_one_is_refused()
    {
        var (webhook, old) = await CreateAsync("GITHUB", Pushes);
        var secret = (await _api.CallAsync("UpdateWebhook", "{'projectName':'web','rotateSecret':true}"))["webhook"]!["secret"]!.ToString();

        (await DeliverAsync(webhook, old, Deliveries.GitHubPush, "GITHUB", "push")).Status.ShouldBe(403);
        (await DeliverAsync(webhook, secret, Deliveries.GitHubPush, "GITHUB", "push")).Status.ShouldBe(202);
        (await _api.CallAsync("UpdateWebhook", "{'projectName':'web'}"))["webhook"]!["secret"].ShouldBeNull();
        await _api.CallAsync("DeleteWebhook", "{'projectName':'web'}");
        (await DeliverAsync(webhook, secret, Deliveries.GitHubPush, "GITHUB", "push")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_pull_request_of_a_fork_waits_for_an_approver_who_names_its_commit()
    {
        var (webhook, secret) = await CreateAsync(
            "GITHUB", "'filterGroups':[[{'type':'EVENT','pattern':'PULL_REQUEST_CREATED'}]],'pullRequestBuildPolicy':{'requiresCommentApproval':'FORK_PULL_REQUESTS','approverRoles':['GITHUB_WRITE']}");

        (await DeliverAsync(webhook, secret, Deliveries.GitHubPull, "GITHUB", "pull_request")).Answer["message"]!.ToString().ShouldContain("waits for the comment /codebuild_run(");
        var stranger = Deliveries.GitHubComment.Replace("OWNER", "CONTRIBUTOR");
        (await DeliverAsync(webhook, secret, stranger, "GITHUB", "issue_comment")).Answer["message"]!.ToString().ShouldContain("none of the approver's roles");
        var other = Deliveries.GitHubComment.Replace("codebuild_run(6", "codebuild_run(7");
        (await DeliverAsync(webhook, secret, other, "GITHUB", "issue_comment")).Answer["message"]!.ToString().ShouldContain("no build of this commit waits");
        _api.Started.All.ShouldBeEmpty();

        (await DeliverAsync(webhook, secret, Deliveries.GitHubComment, "GITHUB", "issue_comment")).Status.ShouldBe(202);
        _api.Started.All.Single().SourceVersion.ShouldBe("pr/7");
        _api.Started.All.Single().Variables["CODEBUILD_WEBHOOK_HEAD_REF"].ShouldBe("refs/heads/topic");
    }

    [Theory]
    [InlineData("[]", "no JSON object", 400)]
    [InlineData("{", "no JSON object", 400)]
    [InlineData("{}", "the push removes its ref", 200)]
    [InlineData("""{"ref":7,"after":[],"commits":{}}""", "the push removes its ref", 200)]
    [InlineData("""{"ref":"refs/heads/gone","after":"0000000000000000000000000000000000000000"}""", "the push removes its ref", 200)]
    public async Task What_is_no_delivery_is_answered_by_what_is_wrong(string body, string says, int expected)
    {
        var (webhook, secret) = await CreateAsync("GITHUB", Pushes);
        var (status, answer) = await DeliverAsync(webhook, secret, body, "GITHUB", "push");
        (status, answer["message"]!.ToString().Contains(says)).ShouldBe((expected, true), answer.ToJsonString());
    }

    [Theory]
    [InlineData("'type':'HEAD_REF','pattern':'^refs/heads/main$'", null)]
    [InlineData("'type':'HEAD_REF','pattern':'^refs/tags/'", "HEAD_REF does not match")]
    [InlineData("'type':'HEAD_REF','pattern':'^refs/heads/(?!main)'", "HEAD_REF does not match")]
    [InlineData("'type':'HEAD_REF','pattern':'main','excludeMatchedPattern':true", "which is excluded")]
    [InlineData("'type':'FILE_PATH','pattern':'^src/'", null)]
    [InlineData("'type':'FILE_PATH','pattern':'^test/'", "FILE_PATH does not match")]
    [InlineData("'type':'COMMIT_MESSAGE','pattern':'\\\\[skip ci\\\\]','excludeMatchedPattern':true", null)]
    [InlineData("'type':'COMMIT_MESSAGE','pattern':'^Sell'", null)]
    [InlineData("'type':'ACTOR_ACCOUNT_ID','pattern':'^21031067$'", null)]
    [InlineData("'type':'REPOSITORY_NAME','pattern':'^shop$'", null)]
    [InlineData("'type':'ORGANIZATION_NAME','pattern':'^other$'", "ORGANIZATION_NAME does not match")]
    [InlineData("'type':'BASE_REF','pattern':'main'", "does not tell BASE_REF")]
    [InlineData("'type':'TAG_NAME','pattern':'x','excludeMatchedPattern':true", "does not tell TAG_NAME")]
    public async Task A_filter_decides_by_what_the_delivery_tells(string filter, string? obstacle)
    {
        var (webhook, secret) = await CreateAsync("GITHUB", $"'filterGroups':[[{{'type':'EVENT','pattern':'PUSH'}},{{{filter}}}]]");
        var (status, answer) = await DeliverAsync(webhook, secret, Deliveries.GitHubPush, "GITHUB", "push");
        status.ShouldBe(obstacle is null ? 202 : 200);
        (answer["message"]?.ToString() ?? "").ShouldContain(obstacle ?? "");
    }

    [Theory]
    [InlineData("release", Deliveries.GitHubRelease, "'type':'TAG_NAME','pattern':'^v2$'", "RELEASED", "refs/tags/v2")]
    [InlineData("release", """{"action":"prereleased","release":{"tag_name":"v3","name":"Third"},"sender":{"id":1}}""", "'type':'RELEASE_NAME','pattern':'Third'", "PRERELEASED", "refs/tags/v3")]
    [InlineData("workflow_job", Deliveries.GitHubJob, "'type':'WORKFLOW_NAME','pattern':'CI'", "WORKFLOW_JOB_QUEUED", "abc")]
    public async Task Releases_and_jobs_start_builds(string name, string body, string filter, string happened, string version)
    {
        var (webhook, secret) = await CreateAsync("GITHUB", $"'filterGroups':[[{{'type':'EVENT','pattern':'PUSH'}}],[{{'type':'EVENT','pattern':'{happened}'}},{{{filter}}}]]");
        await DeliverAsync(webhook, secret, body, "GITHUB", name);
        (_api.Started.All.Single().SourceVersion, _api.Started.All.Single().Variables["CODEBUILD_WEBHOOK_EVENT"]).ShouldBe((version, happened));
    }

    [Fact]
    public void A_pattern_that_would_take_for_ever_is_given_up() =>
        WebhookPattern.Matches("^(?=x)(x+x+)+y$", [new string('x', 5000)]).ShouldBeNull();

    [Fact]
    public void A_pattern_without_looking_around_takes_linear_time() =>
        WebhookPattern.Matches("^(x+x+)+y$", [new string('x', 5000)]).ShouldBe(false);

    public void Dispose() => _api.Dispose();

    private async Task<(JsonNode Webhook, string Secret)> CreateAsync(string host, string more)
    {
        await _api.CreateProjectAsync("web", $"{{'source':{{'type':'{host}','location':'https://example.com/acme/shop.git'}}}}");
        var webhook = (await _api.CallAsync("CreateWebhook", $"{{'projectName':'web',{more}}}"))["webhook"]!;
        return (webhook, webhook["secret"]!.ToString());
    }

    private async Task<(int Status, JsonNode Answer)> DeliverAsync(JsonNode webhook, string secret, string body, string host, string name)
    {
        var response = await _api.Get<WebhookEntry>().AnswerAsync(Deliveries.Of(webhook["payloadUrl"]!.ToString(), secret, body, host, name), CancellationToken.None);
        return (response.Status, JsonNode.Parse(response.Body.Span)!);
    }
}
