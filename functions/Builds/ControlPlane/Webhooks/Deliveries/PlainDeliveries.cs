using Sluice.Platform.GitHosts;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Pushes as any program can tell them: <c>{"ref": "refs/heads/main", "commit": "…", "before": "…", "actor": "…", "message": "…", "files": ["…"]}</c>, of which only the first two must be there.</summary>
internal static class PlainDeliveries
{
    public static ReadDelivery Read(Payload body) => body["ref"].Text is not { } reference || GitRefs.Commit(body["commit"].Text) is not { } commit ? ReadDelivery.Nothing("it has no 'ref' and 'commit'")
        : ReadDelivery.Of(new WebhookDelivery(WebhookEvents.Push, commit, GitRefs.Trigger(reference))
        {
            HeadRef = reference,
            HeadCommit = commit,
            PreviousCommit = GitRefs.Commit(body["before"].Text),
            ActorAccountId = body["actor"].Text,
            CommitMessage = body["message"].Text,
            FilePaths = body["files"].IsThere ? [.. body["files"].Texts] : null,
        });
}
