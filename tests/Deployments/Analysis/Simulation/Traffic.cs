namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>What a step gets.</summary>
/// <param name="PerMinute">The requests of both versions, on average.</param>
/// <param name="NewPercent">How many of them the new version gets.</param>
/// <param name="Minutes">How long.</param>
internal sealed record Traffic(int PerMinute, double NewPercent, int Minutes)
{
    public double PerMinuteOf(bool isNew) => PerMinute * (isNew ? NewPercent : 100 - NewPercent) / 100;
}
