namespace Sluice.Deployments.Model.Analysis;

/// <summary>Which of the two tests found the new version worse.</summary>
public enum DecidingTest
{
    /// <summary>That of the samples, period by period.</summary>
    Samples,

    /// <summary>That of the counts, added up.</summary>
    Counts,

    /// <summary>Either.</summary>
    Both,
}
