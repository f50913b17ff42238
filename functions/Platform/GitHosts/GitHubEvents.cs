namespace Sluice.Platform.GitHosts;

/// <summary>GitHub's pushes and pull requests, by its documented payloads.</summary>
public static class GitHubEvents
{
    /// <summary>The header that names the event.</summary>
    public const string Header = "X-GitHub-Event";

    /// <summary>So many commits of a push are in a payload.</summary>
    private const int MostCommits = 2048;

    /// <summary>Null if the push removes its ref.</summary>
    public static GitHostEvent? Push(Payload body)
    {
        if (body["ref"].Text is not { } reference || GitRefs.Commit(body["after"].Text) is not { } commit)
        {
            return null;
        }

        // Of an annotated tag "after" is the tag, and the head commit what it means.
        commit = reference.StartsWith(GitRefs.Tags, StringComparison.Ordinal) ? GitRefs.Commit(body["head_commit"]["id"].Text) ?? commit : commit;
        var (commits, before) = (body["commits"].Items, GitRefs.Commit(body["before"].Text));
        return Of(body, new GitHostEvent(GitHostHappening.Push)
        {
            HeadRef = reference,
            BaseRef = body["base_ref"].Text,
            HeadCommit = commit,
            PreviousCommit = before,
            CommitMessage = body["head_commit"]["message"].Text,
            FilePaths = ChangedFiles.Of(commits),
            HasAllPaths = before is not null && commits.Count is > 0 and < MostCommits && !body["forced"].IsTrue,
        });
    }

    /// <summary>Null if nothing happened to what the pull request brings.</summary>
    public static GitHostEvent? PullRequest(Payload body)
    {
        var (pull, number) = (body["pull_request"], body["number"].Number);
        GitHostHappening? happened = body["action"].Text switch
        {
            "opened" => GitHostHappening.PullRequestCreated,
            "synchronize" => GitHostHappening.PullRequestUpdated,
            "reopened" => GitHostHappening.PullRequestReopened,
            "closed" => pull["merged"].IsTrue ? GitHostHappening.PullRequestMerged : GitHostHappening.PullRequestClosed,
            _ => null,
        };
        return happened is null || number is null ? null : Of(body, new GitHostEvent(happened.Value)
        {
            HeadRef = GitRefs.Branch(pull["head"]["ref"].Text),
            BaseRef = GitRefs.Branch(pull["base"]["ref"].Text),
            HeadCommit = pull["head"]["sha"].Text,
            PreviousCommit = GitRefs.Commit(body["before"].Text),
            MergeCommit = happened == GitHostHappening.PullRequestMerged ? pull["merge_commit_sha"].Text : null,
            PullRequest = number,
            Title = pull["title"].Text,
            IsFork = pull["head"]["repo"]["id"].Text != pull["base"]["repo"]["id"].Text,
        });
    }

    private static GitHostEvent Of(Payload body, GitHostEvent happened)
    {
        var repository = body["repository"];
        return happened with
        {
            ActorAccountId = body["sender"]["id"].Text,
            RepositoryName = repository["name"].Text,
            OrganizationName = body["organization"]["login"].Text ?? repository["owner"]["login"].Text,
            FullName = repository["full_name"].Text,
            Urls = [.. new[] { repository["clone_url"].Text, repository["html_url"].Text, repository["ssh_url"].Text }.OfType<string>()],
        };
    }
}
