namespace Sluice.Deployments.Statistics;

/// <summary>How a p-value was computed.</summary>
public enum TestMethod
{
    /// <summary>By counting all divisions of the values into two samples: at most 30 samples each.</summary>
    Exact,

    /// <summary>By the normal distribution, corrected for ties and continuity.</summary>
    Normal,
}
