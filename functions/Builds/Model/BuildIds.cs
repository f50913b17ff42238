using System.Globalization;

namespace Sluice.Builds.Model;

/// <summary>
/// Ids of builds. The UUID is the name of an execution too, where CodeBuild's <c>project:uuid</c> could not stand because of its colon.
/// </summary>
internal static class BuildIds
{
    private const int UuidLength = 36;

    /// <summary>The build of a pipeline's action: made from the action execution that asks for it, so that however often one is asked for, it is one build.</summary>
    public static string Of(string pipelineName, string actionExecutionId) => DerivedUuid.Of("build", pipelineName, actionExecutionId);

    /// <summary>The retry of a build that failed: of each build there is one.</summary>
    public static string RetryOf(string buildId) => DerivedUuid.Of("retry", buildId);

    /// <summary>A build of a batch: of each try there is one. Without an identifier it is the one that reads the plan.</summary>
    public static string OfBatch(string batchId, string? identifier, int attempt) => DerivedUuid.Of("batch", batchId, identifier ?? "", attempt.ToString(CultureInfo.InvariantCulture));

    /// <summary>CodeBuild's id.</summary>
    public static string Full(string projectName, string buildId) => $"{projectName}:{buildId}";

    /// <summary>The UUID in a full id or in a build's ARN; null if it is neither.</summary>
    public static string? In(string idOrArn)
    {
        var id = idOrArn[(idOrArn.LastIndexOf(':') + 1)..];
        return idOrArn.Length > id.Length && id.Length == UuidLength && Guid.TryParseExact(id, "D", out _) ? id : null;
    }
}
