using Sluice.Builds.ControlPlane.Projects.Rules;
using Sluice.Builds.ControlPlane.Webhooks.Deliveries;
using Sluice.Platform.Api;

namespace Sluice.Builds.ControlPlane.Webhooks;

/// <summary>What a webhook must keep to beyond the model.</summary>
internal static class WebhookRules
{
    private static readonly SourceType[] Hosts = [SourceType.GITHUB, SourceType.GITHUB_ENTERPRISE, SourceType.GITLAB, SourceType.GITLAB_SELF_MANAGED, SourceType.BITBUCKET];

    public static RequestFaults Faults(Webhook webhook, SourceType source)
    {
        var faults = new RequestFaults();
        faults.RequireAt(Hosts.Contains(source), "projectName", $"a project whose source is {source} has no webhook; expected one of {string.Join(", ", Hosts)}");
        faults.RequireAt(webhook.BuildType != WebhookBuildType.RUNNER_BUILDKITE_BUILD, "buildType", "deliveries of Buildkite are not read; expected BUILD or BUILD_BATCH");
        faults.RequireAt(webhook.BranchFilter is null || webhook.FilterGroups is not { Count: > 0 }, "branchFilter", "expected it or filterGroups, not both");
        faults.RequireAt(webhook.BranchFilter is null || WebhookPattern.Fault(webhook.BranchFilter) is null, "branchFilter", WebhookPattern.Fault(webhook.BranchFilter ?? "") ?? "");
        foreach (var (group, index) in (webhook.FilterGroups ?? []).Select((group, index) => (group, index)))
        {
            Check(faults, $"filterGroups[{index}]", group);
        }

        CheckScope(faults, webhook.ScopeConfiguration, source);
        CheckPolicy(faults, webhook.PullRequestBuildPolicy, source);
        return faults;
    }

    private static void Check(RequestFaults faults, string place, IReadOnlyList<WebhookFilter> group)
    {
        faults.RequireAt(group.Count(filter => filter.Type == WebhookFilterType.EVENT) == 1, place, "expected one filter of the type EVENT");
        foreach (var (filter, index) in group.Select((filter, index) => (filter, index)))
        {
            var what = filter.Type == WebhookFilterType.EVENT ? EventsFault(filter) : WebhookPattern.Fault(filter.Pattern);
            faults.RequireAt(what is null, $"{place}[{index}].pattern", what ?? "");
        }
    }

    private static string? EventsFault(WebhookFilter filter)
    {
        var unknown = WebhookEvents.Of(filter.Pattern).Where(name => !WebhookEvents.All.Contains(name)).ToList();
        return filter.ExcludeMatchedPattern is true ? "events cannot be excluded; name those that are wanted"
            : unknown.Count > 0 ? $"expected some of {string.Join(", ", WebhookEvents.All)}, divided by commas, not '{unknown[0]}'"
            : null;
    }

    private static void CheckScope(RequestFaults faults, ScopeConfiguration? scope, SourceType source)
    {
        if (scope is not null)
        {
            var isGitLab = source is SourceType.GITLAB or SourceType.GITLAB_SELF_MANAGED;
            faults.RequireAt(scope.Scope == WebhookScopeType.GITLAB_GROUP == isGitLab && source != SourceType.BITBUCKET, "scopeConfiguration.scope", $"{scope.Scope} is none of {source}");
        }
    }

    private static void CheckPolicy(RequestFaults faults, PullRequestBuildPolicy? policy, SourceType source)
    {
        foreach (var role in (policy?.ApproverRoles ?? []).Where(role => !source.ToString().StartsWith(role.ToString().Split('_')[0], StringComparison.Ordinal)))
        {
            faults.At("pullRequestBuildPolicy.approverRoles", $"{role} is no role of {source}");
        }
    }
}
