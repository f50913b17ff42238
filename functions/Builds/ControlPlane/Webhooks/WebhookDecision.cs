using Sluice.Builds.ControlPlane.Webhooks.Deliveries;

namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>What a delivery does.</summary>
/// <param name="Outcome">Whether a build starts, waits for a comment, or there is none.</param>
/// <param name="Why">Why there is none, or what is waited for; null if one starts.</param>
/// <param name="Variables">Of the build that starts or waits.</param>
public sealed record WebhookDecision(WebhookOutcome Outcome, string? Why, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Decides by a webhook's filters and its policy for pull requests.</summary>
    public static WebhookDecision Of(Webhook webhook, WebhookDelivery delivery)
    {
        if (delivery.ApprovedCommit is not null)
        {
            return MayApprove(webhook.PullRequestBuildPolicy, delivery) ? new WebhookDecision(WebhookOutcome.Approves, null, Empty) : None("who commented has, for all that the delivery tells, none of the approver's roles");
        }

        if (WebhookFilters.Obstacle(webhook, delivery) is { } obstacle)
        {
            return None(obstacle);
        }

        return NeedsApproval(webhook.PullRequestBuildPolicy, delivery)
            ? new WebhookDecision(WebhookOutcome.Waits, $"the pull request waits for the comment /codebuild_run({delivery.HeadCommit}) of an approver", VariablesOf(delivery))
            : new WebhookDecision(WebhookOutcome.Starts, null, VariablesOf(delivery));
    }

    private static Dictionary<string, string> Empty => [];

    private static WebhookDecision None(string why) => new(WebhookOutcome.None, why, Empty);

    private static bool NeedsApproval(PullRequestBuildPolicy? policy, WebhookDelivery delivery) => delivery.PullRequest is not null && policy?.RequiresCommentApproval switch
    {
        PullRequestBuildCommentApproval.ALL_PULL_REQUESTS => true,
        PullRequestBuildCommentApproval.FORK_PULL_REQUESTS => delivery.IsFork,
        _ => false,
    };

    /// <summary>Without roles, it takes who may write: CodeBuild's default.</summary>
    private static bool MayApprove(PullRequestBuildPolicy? policy, WebhookDelivery delivery)
    {
        var roles = policy?.ApproverRoles is { Count: > 0 } named ? named : [PullRequestBuildApproverRole.GITHUB_ADMIN, PullRequestBuildApproverRole.GITHUB_MAINTAIN, PullRequestBuildApproverRole.GITHUB_WRITE];
        return delivery.ActorRoles.Intersect(roles).Any();
    }

    private static Dictionary<string, string> VariablesOf(WebhookDelivery delivery)
    {
        (string Name, string? Value)[] known =
        [
            ("ACTOR_ACCOUNT_ID", delivery.ActorAccountId), ("BASE_REF", delivery.BaseRef), ("EVENT", delivery.Event), ("HEAD_REF", delivery.HeadRef),
            ("MERGE_COMMIT", delivery.MergeCommit), ("PREV_COMMIT", delivery.PreviousCommit), ("TRIGGER", delivery.Trigger),
        ];
        return known.Where(one => one.Value is not null).ToDictionary(one => $"CODEBUILD_WEBHOOK_{one.Name}", one => one.Value!, StringComparer.Ordinal);
    }
}
