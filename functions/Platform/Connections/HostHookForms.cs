using System.Text.Json.Nodes;

namespace Sluice.Platform.Connections;

/// <summary>How each host wants to be told where to deliver.</summary>
internal static class HostHookForms
{
    public static string PathOf(GitHostRepository repository) => repository.Provider switch
    {
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => $"projects/{Uri.EscapeDataString(repository.FullName)}/hooks",
        GitProvider.Bitbucket => $"repositories/{repository.FullName}/hooks",
        _ => $"repos/{repository.FullName}/hooks",
    };

    public static JsonObject Of(GitProvider provider, string url, string? secret) => provider switch
    {
        GitProvider.GitLab or GitProvider.GitLabSelfManaged => With(new JsonObject { ["url"] = url, ["push_events"] = true, ["tag_push_events"] = true, ["merge_requests_events"] = true }, "token", secret),
        GitProvider.Bitbucket => With(
            new JsonObject { ["description"] = "Sluice", ["url"] = url, ["active"] = true, ["events"] = new JsonArray("repo:push", "pullrequest:created", "pullrequest:updated", "pullrequest:fulfilled", "pullrequest:rejected") }, "secret", secret),
        _ => new JsonObject
        {
            ["name"] = "web", ["active"] = true, ["events"] = new JsonArray("push", "pull_request"), ["config"] = With(new JsonObject { ["url"] = url, ["content_type"] = "json" }, "secret", secret),
        },
    };

    public static string? IdOf(GitProvider provider, JsonNode? answer) => provider == GitProvider.Bitbucket ? answer?["uuid"]?.ToString() : answer?["id"]?.ToString();

    private static JsonObject With(JsonObject form, string member, string? secret)
    {
        if (secret is not null)
        {
            form[member] = secret;
        }

        return form;
    }
}
