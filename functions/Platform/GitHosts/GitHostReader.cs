namespace Sluice.Platform.GitHosts;

/// <summary>Reads a delivery of whichever host sent it, which its headers tell.</summary>
public static class GitHostReader
{
    /// <summary>What the delivery tells of: pushes and changes of pull requests, or nothing.</summary>
    /// <param name="header">A header of the request; null if it is not there.</param>
    /// <param name="content">The body.</param>
    public static IReadOnlyList<GitHostEvent> Read(Func<string, string?> header, ReadOnlyMemory<byte> content)
    {
        using var document = Payload.Read(content);
        if (document is null)
        {
            return [];
        }

        var body = new Payload(document.RootElement);
        return header(GitHubEvents.Header) is { } gitHub ? OfGitHub(gitHub, body)
            : header(GitLabEvents.Header) is not null ? OfGitLab(body)
            : header(BitbucketEvents.Header) is { } bitbucket ? OfBitbucket(bitbucket, body)
            : [];
    }

    private static IReadOnlyList<GitHostEvent> OfGitHub(string name, Payload body) => name switch
    {
        "push" => One(GitHubEvents.Push(body)),
        "pull_request" => One(GitHubEvents.PullRequest(body)),
        _ => [],
    };

    private static IReadOnlyList<GitHostEvent> OfGitLab(Payload body) => body["object_kind"].Text switch
    {
        "push" or "tag_push" => One(GitLabEvents.Push(body)),
        "merge_request" => One(GitLabEvents.MergeRequest(body)),
        _ => [],
    };

    private static IReadOnlyList<GitHostEvent> OfBitbucket(string name, Payload body) =>
        name == "repo:push" ? BitbucketEvents.Push(body)
        : BitbucketEvents.Happening(name) is { } happened ? One(BitbucketEvents.PullRequest(happened, body))
        : [];

    private static IReadOnlyList<GitHostEvent> One(GitHostEvent? happened) => happened is null ? [] : [happened];
}
