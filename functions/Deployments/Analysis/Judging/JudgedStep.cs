namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Which step is judged.</summary>
/// <param name="Step">Its number.</param>
/// <param name="What">For people.</param>
/// <param name="Look">Which judgement of it, from 1.</param>
/// <param name="HasOld">Whether the old version gets traffic too.</param>
internal sealed record JudgedStep(int Step, string What, int Look, bool HasOld)
{
    /// <summary>Whether both versions are meant to have like shares of the traffic.</summary>
    public bool HasEvenShares { get; init; } = true;
}
