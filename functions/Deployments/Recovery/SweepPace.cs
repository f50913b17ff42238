namespace Sluice.Deployments.Recovery;

/// <summary>How often the sweep runs, which is how much time one of them can tell of.</summary>
/// <param name="Every">The rate of its schedule.</param>
public sealed record SweepPace(TimeSpan Every)
{
    /// <summary>The rate in <c>template.yaml</c>.</summary>
    public static readonly SweepPace InAws = new(TimeSpan.FromMinutes(5));
}
