using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Calls;
using Sluice.Platform.Runs;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>A stack as CloudFormation describes it.</summary>
internal sealed record StackView(string Id, string Status, string? Reason, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>What <c>REPLACE_ON_FAILURE</c> takes for a failed stack.</summary>
    private static readonly string[] Failed = ["ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED", "DELETE_FAILED", "UPDATE_ROLLBACK_FAILED"];

    public bool IsBusy => Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && Status != "REVIEW_IN_PROGRESS";

    public bool GoesBack => Status is "ROLLBACK_IN_PROGRESS" or "UPDATE_ROLLBACK_IN_PROGRESS" or "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS";

    public bool IsDone => Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE";

    public bool HasFailed => Failed.Contains(Status);

    public bool IsDeleted => Status == "DELETE_COMPLETE";

    /// <summary>Null if there is none, or none any more.</summary>
    public static StackView? Of(Seen seen) =>
        (seen.Output?["stacks"] as JsonArray)?.FirstOrDefault() is { } stack ? new StackView((string)stack["StackId"]!, (string)stack["StackStatus"]!, (string?)stack["StackStatusReason"], OutputsOf(stack)) : null;

    /// <summary>CloudFormation has no name for it: it is an error of validation, and the text says so.</summary>
    public static bool IsAbsence(CaughtError? error) => error?.Cause?.Contains("does not exist", StringComparison.Ordinal) == true;

    private static Dictionary<string, string> OutputsOf(JsonNode stack) =>
        (stack["Outputs"] as JsonArray ?? []).ToDictionary(output => (string)output!["OutputKey"]!, output => (string?)output!["OutputValue"] ?? "", StringComparer.Ordinal);
}
