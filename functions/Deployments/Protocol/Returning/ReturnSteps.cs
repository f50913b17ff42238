using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Protocol.Returning;

/// <summary>The way back in steps.</summary>
internal static class ReturnSteps
{
    /// <summary>The next share that the new version keeps for a while; null if all that is left is to restore what was before.</summary>
    /// <param name="plan">What was asked for.</param>
    /// <param name="shift">From where to where traffic was moved.</param>
    /// <param name="found">The traffic as it is.</param>
    public static TrafficStep? Next(DeploymentPlan plan, Shift shift, TrafficSplit found)
    {
        var (share, before) = (Percent(found, shift.Target), Percent(shift.Snapshot!, shift.Target));
        return shift.Snapshot!.Main == shift.Target ? null : plan.Rollback.Steps.FirstOrDefault(step => step.Percent < share && step.Percent > before);
    }

    private static decimal Percent(TrafficSplit traffic, string receiver) => traffic.Shares().GetValueOrDefault(receiver) * 100;
}
