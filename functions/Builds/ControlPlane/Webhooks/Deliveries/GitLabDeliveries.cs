using Sluice.Platform.GitHosts;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>GitLab's deliveries, by its documented payloads.</summary>
internal static class GitLabDeliveries
{
    public static ReadDelivery Read(string name, Payload body) => body["object_kind"].Text switch
    {
        "push" or "tag_push" => Push(body),
        "merge_request" => MergeRequest(body),
        "release" => Release(body),
        _ => ReadDelivery.Nothing($"the event '{name}' starts no builds"),
    };

    private static ReadDelivery Push(Payload body) => GitLabEvents.Push(body) is { } push ? ReadDelivery.Of(HostDeliveries.Of(push)) : ReadDelivery.Nothing("the push removes its ref");

    private static ReadDelivery MergeRequest(Payload body) =>
        GitLabEvents.MergeRequest(body) is { } request ? ReadDelivery.Of(HostDeliveries.Of(request)) : ReadDelivery.Nothing($"'{body["object_attributes"]["action"].Text}' of a merge request starts no builds");

    private static ReadDelivery Release(Payload body) => body["action"].Text != "create" || body["tag"].Text is not { } tag ? ReadDelivery.Nothing($"'{body["action"].Text}' of a release starts no builds")
        : ReadDelivery.Of(Common(body, new WebhookDelivery(WebhookEvents.Released, GitRefs.Tag(tag), $"tag/{tag}") { HeadRef = GitRefs.Tag(tag), TagName = tag, ReleaseName = body["name"].Text, HeadCommit = body["commit"]["id"].Text }));

    private static WebhookDelivery Common(Payload body, WebhookDelivery delivery) => delivery with { RepositoryName = body["project"]["name"].Text, OrganizationName = body["project"]["namespace"].Text };
}
