using Sluice.Platform.GitHosts;

namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>Pushes and pull requests of any host as deliveries.</summary>
internal static class HostDeliveries
{
    public static WebhookDelivery Of(GitHostEvent happened)
    {
        var pull = $"pr/{happened.PullRequest}";
        var delivery = happened.Happened == GitHostHappening.Push
            ? new WebhookDelivery(WebhookEvents.Push, happened.HeadCommit!, GitRefs.Trigger(happened.HeadRef))
            : new WebhookDelivery(WebhookEvents.PullRequest + Word(happened.Happened), pull, pull);
        return delivery with
        {
            HeadRef = happened.HeadRef,
            BaseRef = happened.BaseRef,
            HeadCommit = happened.HeadCommit,
            PreviousCommit = happened.PreviousCommit,
            MergeCommit = happened.MergeCommit,
            ActorAccountId = happened.ActorAccountId,
            CommitMessage = happened.CommitMessage,
            FilePaths = happened.FilePaths,
            RepositoryName = happened.RepositoryName,
            OrganizationName = happened.OrganizationName,
            PullRequest = happened.PullRequest,
            IsFork = happened.IsFork,
        };
    }

    private static string Word(GitHostHappening happened) => happened switch
    {
        GitHostHappening.PullRequestCreated => "CREATED",
        GitHostHappening.PullRequestUpdated => "UPDATED",
        GitHostHappening.PullRequestReopened => "REOPENED",
        GitHostHappening.PullRequestMerged => "MERGED",
        _ => "CLOSED",
    };
}
