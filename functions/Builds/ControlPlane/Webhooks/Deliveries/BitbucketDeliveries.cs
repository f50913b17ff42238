namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Bitbucket's deliveries, by its documented payloads.</summary>
internal static class BitbucketDeliveries
{
    public const string EventHeader = "X-Event-Key";

    public static ReadDelivery Read(string name, Payload body) => name switch
    {
        "repo:push" => Push(body),
        "pullrequest:created" => PullRequest("CREATED", body),
        "pullrequest:updated" => PullRequest("UPDATED", body),
        "pullrequest:fulfilled" => PullRequest("MERGED", body),
        "pullrequest:rejected" => PullRequest("CLOSED", body),
        _ => ReadDelivery.Nothing($"the event '{name}' starts no builds"),
    };

    /// <summary>One push may change several refs; the last of them that is there is built. Bitbucket does not tell files.</summary>
    private static ReadDelivery Push(Payload body)
    {
        var change = body["push"]["changes"].Items.LastOrDefault(one => one["new"]["target"]["hash"].Text is not null);
        if (change["new"]["target"]["hash"].Text is not { } commit)
        {
            return ReadDelivery.Nothing("the push removes its ref");
        }

        var reference = change["new"]["type"].Text == "tag" ? GitRefs.Tag(change["new"]["name"].Text) : GitRefs.Branch(change["new"]["name"].Text);
        return ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.Push, commit, GitRefs.Trigger(reference))
        {
            HeadRef = reference,
            HeadCommit = commit,
            PreviousCommit = change["old"]["target"]["hash"].Text,
            CommitMessage = change["new"]["target"]["message"].Text,
        }));
    }

    private static ReadDelivery PullRequest(string happened, Payload body)
    {
        var pull = body["pullrequest"];
        var trigger = $"pr/{pull["id"].Number}";
        return pull["id"].Number is null ? ReadDelivery.Nothing("the pull request has no number") : ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.PullRequest + happened, trigger, trigger)
        {
            HeadRef = GitRefs.Branch(pull["source"]["branch"]["name"].Text),
            BaseRef = GitRefs.Branch(pull["destination"]["branch"]["name"].Text),
            HeadCommit = pull["source"]["commit"]["hash"].Text,
            MergeCommit = happened == "MERGED" ? pull["merge_commit"]["hash"].Text : null,
            PullRequest = pull["id"].Number,
            IsFork = pull["source"]["repository"]["uuid"].Text != pull["destination"]["repository"]["uuid"].Text,
        }));
    }

    private static WebhookDelivery Common(Payload body, WebhookDelivery delivery) => delivery with
    {
        ActorAccountId = body["actor"]["account_id"].Text ?? body["actor"]["uuid"].Text,
        RepositoryName = body["repository"]["name"].Text,
        OrganizationName = body["repository"]["workspace"]["slug"].Text,
    };
}
