using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Calls;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>A change set as CloudFormation lists it. It is listed, not described: the changes of a large one are more than a state machine can be told.</summary>
internal sealed record ChangeSetView(string Id, string Status, string? Reason, string? ExecutionStatus)
{
    public bool IsBusy => Status is "CREATE_PENDING" or "CREATE_IN_PROGRESS" or "DELETE_PENDING" or "DELETE_IN_PROGRESS";

    public bool IsReady => Status == "CREATE_COMPLETE";

    /// <summary>CloudFormation calls a change set failed that has nothing to change.</summary>
    public bool IsEmpty => Status == "FAILED" && IsNothing(Reason);

    public static bool IsNothing(string? text) =>
        text is not null && (text.Contains("didn't contain changes", StringComparison.Ordinal) || text.Contains("No updates are to be performed", StringComparison.Ordinal));

    /// <summary>The change set of this name or ARN; null if it is not among those that were listed.</summary>
    public static ChangeSetView? Of(Seen seen, string nameOrId) => (seen.Output?["Summaries"] as JsonArray ?? [])
        .Where(summary => (string?)summary!["ChangeSetName"] == nameOrId || (string?)summary["ChangeSetId"] == nameOrId)
        .Select(summary => new ChangeSetView((string)summary!["ChangeSetId"]!, (string)summary["Status"]!, (string?)summary["StatusReason"], (string?)summary["ExecutionStatus"]))
        .FirstOrDefault();
}
