namespace Sluice.Platform.GitHosts;

/// <summary>Bitbucket's pushes and pull requests, by its documented payloads.</summary>
public static class BitbucketEvents
{
    /// <summary>The header that names the event.</summary>
    public const string Header = "X-Event-Key";

    /// <summary>One push may change several refs; those that are there. Bitbucket does not tell files.</summary>
    public static IReadOnlyList<GitHostEvent> Push(Payload body) =>
        [.. body["push"]["changes"].Items.Where(change => change["new"]["target"]["hash"].Text is not null).Select(change => Of(body, new GitHostEvent(GitHostHappening.Push)
        {
            HeadRef = change["new"]["type"].Text == "tag" ? GitRefs.Tag(change["new"]["name"].Text) : GitRefs.Branch(change["new"]["name"].Text),
            HeadCommit = change["new"]["target"]["hash"].Text,
            PreviousCommit = change["old"]["target"]["hash"].Text,
            CommitMessage = change["new"]["target"]["message"].Text,
        }))];

    /// <summary>What happened to a pull request, by the event's name; null if that is nothing to what it brings.</summary>
    public static GitHostHappening? Happening(string name) => name switch
    {
        "pullrequest:created" => GitHostHappening.PullRequestCreated,
        "pullrequest:updated" => GitHostHappening.PullRequestUpdated,
        "pullrequest:fulfilled" => GitHostHappening.PullRequestMerged,
        "pullrequest:rejected" => GitHostHappening.PullRequestClosed,
        _ => null,
    };

    /// <summary>Null if the pull request has no number.</summary>
    public static GitHostEvent? PullRequest(GitHostHappening happened, Payload body)
    {
        var pull = body["pullrequest"];
        return pull["id"].Number is not { } number ? null : Of(body, new GitHostEvent(happened)
        {
            HeadRef = GitRefs.Branch(pull["source"]["branch"]["name"].Text),
            BaseRef = GitRefs.Branch(pull["destination"]["branch"]["name"].Text),
            HeadCommit = pull["source"]["commit"]["hash"].Text,
            MergeCommit = happened == GitHostHappening.PullRequestMerged ? pull["merge_commit"]["hash"].Text : null,
            PullRequest = number,
            Title = pull["title"].Text,
            IsFork = pull["source"]["repository"]["uuid"].Text != pull["destination"]["repository"]["uuid"].Text,
        });
    }

    private static GitHostEvent Of(Payload body, GitHostEvent happened)
    {
        var repository = body["repository"];
        return happened with
        {
            ActorAccountId = body["actor"]["account_id"].Text ?? body["actor"]["uuid"].Text,
            RepositoryName = repository["name"].Text,
            OrganizationName = repository["workspace"]["slug"].Text,
            FullName = repository["full_name"].Text,
            Urls = [.. new[] { repository["links"]["html"]["href"].Text }.OfType<string>()],
        };
    }
}
