using Sluice.Builds.ControlPlane.Webhooks.Deliveries;

namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>Whether a delivery is one that a webhook waits for: it fits one of the groups, and each filter of that.</summary>
internal static class WebhookFilters
{
    /// <summary>Why it is not; null if it is.</summary>
    public static string? Obstacle(Webhook webhook, WebhookDelivery delivery)
    {
        if (webhook.FilterGroups is not { Count: > 0 } groups)
        {
            return Unfiltered(webhook.BranchFilter, delivery);
        }

        var obstacles = groups.Select(group => group.Select(filter => Obstacle(filter, delivery)).FirstOrDefault(obstacle => obstacle is not null)).ToList();
        return obstacles.Contains(null) ? null : string.Join("; ", obstacles.Select((obstacle, index) => $"filterGroups[{index}]: {obstacle}"));
    }

    /// <summary>Without groups, pushes and pull requests that bring something are built, as in CodeBuild.</summary>
    private static string? Unfiltered(string? branch, WebhookDelivery delivery) => delivery.Event
        is not (WebhookEvents.Push or "PULL_REQUEST_CREATED" or "PULL_REQUEST_UPDATED" or "PULL_REQUEST_REOPENED") ? $"the event {delivery.Event} is not waited for"
        : branch is not null && WebhookPattern.Matches(branch, [BranchOf(delivery)]) is not true ? $"the branch does not match '{branch}'"
        : null;

    private static string BranchOf(WebhookDelivery delivery) =>
        delivery.HeadRef is { } head && head.StartsWith("refs/heads/", StringComparison.Ordinal) ? head["refs/heads/".Length..] : delivery.HeadRef ?? "";

    private static string? Obstacle(WebhookFilter filter, WebhookDelivery delivery)
    {
        if (filter.Type == WebhookFilterType.EVENT)
        {
            return WebhookEvents.Of(filter.Pattern).Contains(delivery.Event) ? null : $"the event {delivery.Event} is none of {filter.Pattern}";
        }

        if (Texts(filter.Type, delivery) is not { } texts)
        {
            return $"the delivery does not tell {filter.Type}";
        }

        var matches = WebhookPattern.Matches(filter.Pattern, texts);
        return matches is null ? $"{filter.Type}: matching '{filter.Pattern}' took too long"
            : matches == (filter.ExcludeMatchedPattern is not true) ? null
            : filter.ExcludeMatchedPattern is true ? $"{filter.Type} matches '{filter.Pattern}', which is excluded"
            : $"{filter.Type} does not match '{filter.Pattern}'";
    }

    /// <summary>What a filter looks at; null if that is not known, which fits no pattern and no exclusion either.</summary>
    private static IReadOnlyList<string>? Texts(WebhookFilterType type, WebhookDelivery delivery) => type == WebhookFilterType.FILE_PATH ? delivery.FilePaths : type switch
    {
        WebhookFilterType.BASE_REF => delivery.BaseRef,
        WebhookFilterType.HEAD_REF => delivery.HeadRef,
        WebhookFilterType.ACTOR_ACCOUNT_ID => delivery.ActorAccountId,
        WebhookFilterType.COMMIT_MESSAGE => delivery.CommitMessage,
        WebhookFilterType.WORKFLOW_NAME => delivery.WorkflowName,
        WebhookFilterType.TAG_NAME => delivery.TagName,
        WebhookFilterType.RELEASE_NAME => delivery.ReleaseName,
        WebhookFilterType.REPOSITORY_NAME => delivery.RepositoryName,
        _ => delivery.OrganizationName,
    } is { } text ? [text] : null;
}
