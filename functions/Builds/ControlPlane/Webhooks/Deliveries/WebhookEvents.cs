namespace Sluice.Builds.ControlPlane.Webhooks.Deliveries;

/// <summary>The events that filters name.</summary>
internal static class WebhookEvents
{
    public const string Push = "PUSH";
    public const string PullRequest = "PULL_REQUEST_";
    public const string Released = "RELEASED";
    public const string Prereleased = "PRERELEASED";
    public const string WorkflowJobQueued = "WORKFLOW_JOB_QUEUED";

    public static IReadOnlyList<string> All { get; } =
    [
        Push, "PULL_REQUEST_CREATED", "PULL_REQUEST_UPDATED", "PULL_REQUEST_CLOSED", "PULL_REQUEST_REOPENED", "PULL_REQUEST_MERGED", Released, Prereleased, WorkflowJobQueued,
    ];

    public static IReadOnlyList<string> Of(string pattern) => pattern.Split(',', StringSplitOptions.TrimEntries);
}
