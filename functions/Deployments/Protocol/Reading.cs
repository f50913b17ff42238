using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Protocol;

/// <summary>A move's result as a platform judges it.</summary>
/// <param name="Finding">What was found.</param>
/// <param name="Record">The deployment, with what was learnt of the platform's things.</param>
internal sealed record Reading(Finding Finding, Deployment Record)
{
    /// <summary>The traffic that was found; null if nothing divides it.</summary>
    public TrafficSplit? Found { get; init; }

    /// <summary>Its revision, where the platform has revisions.</summary>
    public string? RevisionId { get; init; }

    /// <summary>For people: why it will not come, or whose change it is.</summary>
    public string? Why { get; init; }
}
