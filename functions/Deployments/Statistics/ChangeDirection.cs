namespace Sluice.Deployments.Statistics;

/// <summary>Which change from the old version to the new one is a bad one.</summary>
public enum ChangeDirection
{
    /// <summary>More is worse: errors, latency.</summary>
    Increase,

    /// <summary>Less is worse: orders, hits of a cache.</summary>
    Decrease,

    /// <summary>Any change is.</summary>
    Either,
}
