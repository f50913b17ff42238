namespace Sluice.Builds.Queueing;

/// <summary>How many builds may run at once; the others wait in the order in which they came.</summary>
/// <param name="AtOnce">1 or more.</param>
public sealed record BuildLimit(int AtOnce)
{
    /// <summary>What an account's Fargate quota allows at first: 6 vCPUs, one for each build.</summary>
    public static BuildLimit Default { get; } = new(6);
}
