using System.Text.Json.Nodes;

namespace Sluice.Platform.Connections;

/// <summary>How each host wants to be told of a commit's status.</summary>
internal static class CommitStatusForms
{
    private const int LongestDescription = 140;
    private const int LongestKey = 40;

    public static string PathOf(GitHostRepository repository, CommitStatus status) => repository.Provider switch
    {
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => $"projects/{Uri.EscapeDataString(repository.FullName)}/statuses/{status.Commit}",
        GitProvider.Bitbucket => $"repositories/{repository.FullName}/commit/{status.Commit}/statuses/build",
        _ => $"repos/{repository.FullName}/statuses/{status.Commit}",
    };

    public static JsonObject Of(GitProvider provider, CommitStatus status)
    {
        var description = status.Description.Length <= LongestDescription ? status.Description : status.Description[..(LongestDescription - 1)] + "…";
        return provider switch
        {
            GitProvider.GitLab or GitProvider.GitLabSelfManaged => With(new JsonObject { ["state"] = GitLab(status.State), ["name"] = status.Context, ["description"] = description }, "target_url", status.Url),
            GitProvider.Bitbucket => With(
                new JsonObject { ["state"] = Bitbucket(status.State), ["key"] = status.Context.Length <= LongestKey ? status.Context : status.Context[^LongestKey..], ["name"] = status.Context, ["description"] = description },
                "url",
                status.Url ?? new Uri("https://bitbucket.org")),
            _ => With(new JsonObject { ["state"] = GitHub(status.State), ["context"] = status.Context, ["description"] = description }, "target_url", status.Url),
        };
    }

    private static JsonObject With(JsonObject form, string member, Uri? url)
    {
        if (url is not null)
        {
            form[member] = url.AbsoluteUri;
        }

        return form;
    }

    private static string GitHub(CommitState state) => state switch { CommitState.Pending => "pending", CommitState.Success => "success", CommitState.Failure => "failure", _ => "error" };

    private static string GitLab(CommitState state) => state switch { CommitState.Pending => "running", CommitState.Success => "success", CommitState.Failure => "failed", _ => "canceled" };

    private static string Bitbucket(CommitState state) => state switch { CommitState.Pending => "INPROGRESS", CommitState.Success => "SUCCESSFUL", CommitState.Failure => "FAILED", _ => "STOPPED" };
}
