namespace Sluice.Platform.GitHosts;

/// <summary>GitLab's pushes and merge requests, by its documented payloads.</summary>
public static class GitLabEvents
{
    /// <summary>The header that names the event.</summary>
    public const string Header = "X-Gitlab-Event";

    /// <summary>Null if the push removes its ref.</summary>
    public static GitHostEvent? Push(Payload body)
    {
        if (body["ref"].Text is not { } reference || GitRefs.Commit(body["after"].Text) is null)
        {
            return null;
        }

        // Of an annotated tag "after" is the tag, and this the commit.
        var commit = GitRefs.Commit(body["checkout_sha"].Text) ?? body["after"].Text!;
        var (commits, before) = (body["commits"].Items, GitRefs.Commit(body["before"].Text));
        return Of(body, new GitHostEvent(GitHostHappening.Push)
        {
            HeadRef = reference,
            HeadCommit = commit,
            PreviousCommit = before,
            ActorAccountId = body["user_id"].Text,
            CommitMessage = commits.LastOrDefault(one => one["id"].Text == commit)["message"].Text,
            FilePaths = ChangedFiles.Of(commits),
            HasAllPaths = before is not null && commits.Count > 0 && body["total_commits_count"].Number == commits.Count,
        });
    }

    /// <summary>Null if nothing happened to what the merge request brings.</summary>
    public static GitHostEvent? MergeRequest(Payload body)
    {
        var request = body["object_attributes"];
        GitHostHappening? happened = request["action"].Text switch
        {
            "open" => GitHostHappening.PullRequestCreated,
            // An update of anything but the commits, as of a title, has no older commit.
            "update" when request["oldrev"].IsThere => GitHostHappening.PullRequestUpdated,
            "reopen" => GitHostHappening.PullRequestReopened,
            "close" => GitHostHappening.PullRequestClosed,
            "merge" => GitHostHappening.PullRequestMerged,
            _ => null,
        };
        return happened is null || request["iid"].Number is not { } number ? null : Of(body, new GitHostEvent(happened.Value)
        {
            HeadRef = GitRefs.Branch(request["source_branch"].Text),
            BaseRef = GitRefs.Branch(request["target_branch"].Text),
            HeadCommit = request["last_commit"]["id"].Text,
            CommitMessage = request["last_commit"]["message"].Text,
            PreviousCommit = GitRefs.Commit(request["oldrev"].Text),
            MergeCommit = happened == GitHostHappening.PullRequestMerged ? request["merge_commit_sha"].Text : null,
            ActorAccountId = body["user"]["id"].Text,
            PullRequest = number,
            Title = request["title"].Text,
            IsFork = request["source_project_id"].Text != request["target_project_id"].Text,
        });
    }

    private static GitHostEvent Of(Payload body, GitHostEvent happened)
    {
        var project = body["project"];
        return happened with
        {
            RepositoryName = project["name"].Text,
            OrganizationName = project["namespace"].Text,
            FullName = project["path_with_namespace"].Text,
            Urls = [.. new[] { project["git_http_url"].Text, project["web_url"].Text, project["git_ssh_url"].Text }.OfType<string>()],
        };
    }
}
