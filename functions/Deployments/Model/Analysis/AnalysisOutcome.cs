namespace Sluice.Deployments.Model.Analysis;

/// <summary>What a judgement comes to.</summary>
public enum AnalysisOutcome
{
    /// <summary>There was enough data, and nothing against the new version in it.</summary>
    Pass,

    /// <summary>The new version is worse.</summary>
    Fail,

    /// <summary>There was not enough data to say. It is never taken for a pass.</summary>
    Inconclusive,
}
