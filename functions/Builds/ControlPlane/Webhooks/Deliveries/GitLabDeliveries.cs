namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>GitLab's deliveries, by its documented payloads.</summary>
internal static class GitLabDeliveries
{
    public const string EventHeader = "X-Gitlab-Event";

    public static ReadDelivery Read(string name, Payload body) => body["object_kind"].Text switch
    {
        "push" or "tag_push" => Push(body),
        "merge_request" => MergeRequest(body),
        "release" => Release(body),
        _ => ReadDelivery.Nothing($"the event '{name}' starts no builds"),
    };

    private static ReadDelivery Push(Payload body)
    {
        if (body["ref"].Text is not { } reference || GitRefs.Commit(body["after"].Text) is null)
        {
            return ReadDelivery.Nothing("the push removes its ref");
        }

        // Of an annotated tag "after" is the tag, and this the commit.
        var commit = GitRefs.Commit(body["checkout_sha"].Text) ?? body["after"].Text!;
        var head = body["commits"].Items.LastOrDefault(one => one["id"].Text == commit);
        return ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.Push, commit, GitRefs.Trigger(reference))
        {
            HeadRef = reference,
            HeadCommit = commit,
            PreviousCommit = GitRefs.Commit(body["before"].Text),
            ActorAccountId = body["user_id"].Text,
            CommitMessage = head["message"].Text,
            FilePaths = [.. body["commits"].Items.SelectMany(one => one["added"].Texts.Concat(one["modified"].Texts).Concat(one["removed"].Texts)).Distinct(StringComparer.Ordinal)],
        }));
    }

    private static ReadDelivery MergeRequest(Payload body)
    {
        var request = body["object_attributes"];
        var happened = request["action"].Text switch
        {
            "open" => "CREATED",
            // An update of anything but the commits, as of a title, has no older commit.
            "update" when request["oldrev"].IsThere => "UPDATED",
            "reopen" => "REOPENED",
            "close" => "CLOSED",
            "merge" => "MERGED",
            _ => null,
        };
        var trigger = $"pr/{request["iid"].Number}";
        return happened is null || request["iid"].Number is null ? ReadDelivery.Nothing($"'{request["action"].Text}' of a merge request starts no builds") : ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.PullRequest + happened, trigger, trigger)
        {
            HeadRef = GitRefs.Branch(request["source_branch"].Text),
            BaseRef = GitRefs.Branch(request["target_branch"].Text),
            HeadCommit = request["last_commit"]["id"].Text,
            CommitMessage = request["last_commit"]["message"].Text,
            PreviousCommit = GitRefs.Commit(request["oldrev"].Text),
            MergeCommit = happened == "MERGED" ? request["merge_commit_sha"].Text : null,
            ActorAccountId = body["user"]["id"].Text,
            PullRequest = request["iid"].Number,
            IsFork = request["source_project_id"].Text != request["target_project_id"].Text,
        }));
    }

    private static ReadDelivery Release(Payload body) => body["action"].Text != "create" || body["tag"].Text is not { } tag ? ReadDelivery.Nothing($"'{body["action"].Text}' of a release starts no builds")
        : ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.Released, GitRefs.Tag(tag), $"tag/{tag}") { HeadRef = GitRefs.Tag(tag), TagName = tag, ReleaseName = body["name"].Text, HeadCommit = body["commit"]["id"].Text }));

    private static WebhookDelivery Common(Payload body, WebhookDelivery delivery) => delivery with { RepositoryName = body["project"]["name"].Text, OrganizationName = body["project"]["namespace"].Text };
}
