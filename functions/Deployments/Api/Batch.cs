namespace Sluice.Deployments.Api;

/// <summary>What CodeDeploy says of reads of many at once.</summary>
internal static class Batch
{
    /// <summary>How many names it takes.</summary>
    public const int MostNames = 100;

    /// <summary>Its error for more.</summary>
    public const string Exceeded = "BatchLimitExceededException";
}
