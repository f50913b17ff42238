using Sluice.Platform.Accounts;

namespace Sluice.Builds.Model.Batches;

/// <summary>What batches are called.</summary>
internal static class BatchRecords
{
    public static string Arn(string projectName, string batchId, SuiteAccount account) => account.Arn("codebuild", $"build-batch/{BuildIds.Full(projectName, batchId)}");
}
