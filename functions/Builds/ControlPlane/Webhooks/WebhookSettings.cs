namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>What a request says of a webhook becomes part of it.</summary>
internal static class WebhookSettings
{
    public static Webhook Create(CreateWebhookInput input, DateTimeOffset now) => new()
    {
        BranchFilter = input.BranchFilter is { Length: > 0 } branch ? branch : null,
        BuildType = input.BuildType, // One that is not said means BUILD, and is not shown: Terraform would see a change in it.
        FilterGroups = input.FilterGroups ?? [],
        LastModifiedSecret = now,
        ManualCreation = input.ManualCreation,
        PullRequestBuildPolicy = input.PullRequestBuildPolicy,
        ScopeConfiguration = input.ScopeConfiguration,
        Status = WebhookStatus.ACTIVE,
    };

    /// <summary>What is said replaces what was, and the rest stays; groups take the place of a branch's filter and the other way round.</summary>
    public static Webhook Update(Webhook before, UpdateWebhookInput input, DateTimeOffset now) => before with
    {
        BranchFilter = input.BranchFilter is { } branch ? (branch.Length == 0 ? null : branch) : input.FilterGroups is { Count: > 0 } ? null : before.BranchFilter,
        BuildType = input.BuildType ?? before.BuildType,
        FilterGroups = input.FilterGroups ?? (input.BranchFilter is { Length: > 0 } ? [] : before.FilterGroups),
        LastModifiedSecret = input.RotateSecret is true ? now : before.LastModifiedSecret,
        PullRequestBuildPolicy = input.PullRequestBuildPolicy ?? before.PullRequestBuildPolicy,
    };
}
