using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What the placeholders stand for.</summary>
/// <param name="New">For the new version.</param>
/// <param name="Old">For the old version; null where it gets no traffic, so that nothing can be compared.</param>
internal sealed record MetricSubjects(IReadOnlyDictionary<string, string> New, IReadOnlyDictionary<string, string>? Old)
{
    /// <summary>How much of the traffic the new version gets, from 0 to 1.</summary>
    public decimal NewShare { get; init; } = 0.5m;

    /// <summary>Whether the old version gets as much, or nearly.</summary>
    public bool HasEvenShares => Evenness.IsEven((double)NewShare, (double)(1 - NewShare)) == true;
}
