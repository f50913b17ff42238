using System.Text.Json.Nodes;
using Sluice.Pipelines.Providers.Calls;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>What went wrong first in a stack: what follows from it is told as well by CloudFormation, and helps nobody.</summary>
internal static class StackFaults
{
    /// <summary>E.g. <c>Bucket (AWS::S3::Bucket): my-bucket already exists</c>; null if nothing is told.</summary>
    /// <param name="seen">The stack's events, the newest first.</param>
    /// <param name="tokens">What the tokens of this action's calls begin with.</param>
    public static string? First(Seen seen, string tokens)
    {
        var own = (seen.Output?["events"] as JsonArray ?? []).Where(happened => ((string?)happened!["ClientRequestToken"])?.StartsWith(tokens, StringComparison.Ordinal) == true);
        var first = own.LastOrDefault(happened => ((string?)happened!["ResourceStatus"])?.EndsWith("_FAILED", StringComparison.Ordinal) == true
            && (string?)happened["ResourceStatusReason"] is { Length: > 0 } reason && !reason.EndsWith("cancelled", StringComparison.Ordinal));
        return first is null ? null : $"{(string?)first["LogicalResourceId"]} ({(string?)first["ResourceType"]}): {(string?)first["ResourceStatusReason"]}";
    }
}
