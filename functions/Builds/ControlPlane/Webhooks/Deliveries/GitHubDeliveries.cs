using Sluice.Platform.GitHosts;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>GitHub's deliveries, by its documented payloads.</summary>
internal static class GitHubDeliveries
{
    public static ReadDelivery Read(string name, Payload body) => name switch
    {
        "push" => Push(body),
        "pull_request" => PullRequest(body),
        "issue_comment" => Comment(body),
        "release" => Release(body),
        "workflow_job" => Job(body),
        _ => ReadDelivery.Nothing($"the event '{name}' starts no builds"),
    };

    private static ReadDelivery Push(Payload body) => GitHubEvents.Push(body) is { } push ? ReadDelivery.Of(HostDeliveries.Of(push)) : ReadDelivery.Nothing("the push removes its ref");

    private static ReadDelivery PullRequest(Payload body) =>
        GitHubEvents.PullRequest(body) is { } pull ? ReadDelivery.Of(HostDeliveries.Of(pull)) : ReadDelivery.Nothing($"'{body["action"].Text}' of a pull request starts no builds");

    private static ReadDelivery Comment(Payload body)
    {
        var number = body["issue"]["number"].Number;
        return body["action"].Text == "created" && body["issue"]["pull_request"].IsThere && ApprovalComment.Commit(body["comment"]["body"].Text) is { } commit
            ? ReadDelivery.Of(Common(body, new WebhookDelivery("", $"pr/{number}", $"pr/{number}") { PullRequest = number, ApprovedCommit = commit, ActorRoles = Roles(body["comment"]["author_association"].Text) }))
            : ReadDelivery.Nothing("the comment approves no pull request");
    }

    private static ReadDelivery Release(Payload body)
    {
        var tag = body["release"]["tag_name"].Text;
        return body["action"].Text is not ("released" or "prereleased") || tag is null ? ReadDelivery.Nothing($"'{body["action"].Text}' of a release starts no builds")
            : ReadDelivery.Of(Common(body, new WebhookDelivery(body["action"].Text == "released" ? WebhookEvents.Released : WebhookEvents.Prereleased, GitRefs.Tag(tag), $"tag/{tag}")
            {
                HeadRef = GitRefs.Tag(tag),
                TagName = tag,
                ReleaseName = body["release"]["name"].Text,
            }));
    }

    private static ReadDelivery Job(Payload body)
    {
        var job = body["workflow_job"];
        return body["action"].Text != "queued" || job["head_sha"].Text is not { } commit ? ReadDelivery.Nothing($"'{body["action"].Text}' of a job starts no builds")
            : ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.WorkflowJobQueued, commit, $"branch/{job["head_branch"].Text}")
            {
                HeadRef = GitRefs.Branch(job["head_branch"].Text),
                HeadCommit = commit,
                WorkflowName = job["workflow_name"].Text,
            }));
    }

    private static WebhookDelivery Common(Payload body, WebhookDelivery delivery) => delivery with
    {
        ActorAccountId = body["sender"]["id"].Text,
        RepositoryName = body["repository"]["name"].Text,
        OrganizationName = body["organization"]["login"].Text ?? body["repository"]["owner"]["login"].Text,
    };

    /// <summary>The payload tells only who owns the repository; of members and collaborators it does not tell what they may do beyond reading.</summary>
    private static IReadOnlyList<PullRequestBuildApproverRole> Roles(string? association) => association switch
    {
        "OWNER" => [PullRequestBuildApproverRole.GITHUB_ADMIN, PullRequestBuildApproverRole.GITHUB_MAINTAIN, PullRequestBuildApproverRole.GITHUB_WRITE, PullRequestBuildApproverRole.GITHUB_TRIAGE, PullRequestBuildApproverRole.GITHUB_READ],
        "MEMBER" or "COLLABORATOR" => [PullRequestBuildApproverRole.GITHUB_READ],
        _ => [],
    };
}
