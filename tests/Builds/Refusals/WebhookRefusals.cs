using Sluice.World.Refusals;

namespace Sluice.Builds.Tests.Refusals;

internal static class WebhookRefusals
{
    private const string Invalid = "InvalidInputException";
    private const string Missing = "ResourceNotFoundException";

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("CreateWebhook", "ResourceAlreadyExistsException", "{'projectName':'hooked'}", "The project 'hooked' has a webhook already"),
        new("CreateWebhook", Missing, "{'projectName':'nothing'}", "no project named 'nothing'"),
        new("CreateWebhook", Invalid, "{'projectName':'web'}", "a project whose source is NO_SOURCE has no webhook"),
        new("CreateWebhook", Invalid, "{'buildType':'RUNNER_BUILDKITE_BUILD'}", "deliveries of Buildkite are not read"),
        new("CreateWebhook", Invalid, "{'branchFilter':'main'}", "expected it or filterGroups, not both"),
        new("CreateWebhook", Invalid, "{'filterGroups':[[{'type':'HEAD_REF','pattern':'main'}]]}", "filterGroups[0]: expected one filter of the type EVENT"),
        new("CreateWebhook", Invalid, Group("'type':'EVENT','pattern':'PUSH,PULLED'", first: ""), "divided by commas, not 'PULLED'"),
        new("CreateWebhook", Invalid, Group("'type':'EVENT','pattern':'PUSH','excludeMatchedPattern':true", first: ""), "events cannot be excluded"),
        new("CreateWebhook", Invalid, Group("'type':'HEAD_REF','pattern':'('"), "filterGroups[0][1].pattern: expected a regular expression: "),
        new("CreateWebhook", Invalid, "{'scopeConfiguration':{'name':'acme','scope':'GITLAB_GROUP'}}", "GITLAB_GROUP is none of GITHUB"),
        new("CreateWebhook", Invalid, "{'pullRequestBuildPolicy':{'requiresCommentApproval':'ALL_PULL_REQUESTS','approverRoles':['GITLAB_OWNER']}}", "GITLAB_OWNER is no role of GITHUB"),
        new("UpdateWebhook", Missing, "{'projectName':'web'}", "The project 'web' has no webhook"),
        new("UpdateWebhook", Invalid, Group("'type':'HEAD_REF','pattern':'['"), "expected a regular expression"),
        new("DeleteWebhook", Missing, "{'projectName':'web'}", "The project 'web' has no webhook"),
        new("DeleteWebhook", Invalid, "{'projectName':'a b'}", "'projectName' failed to satisfy constraint"),
    ];

    private static string Group(string filter, string first = "{'type':'EVENT','pattern':'PUSH'},") => $"{{'filterGroups':[[{first}{{{filter}}}]]}}";
}
