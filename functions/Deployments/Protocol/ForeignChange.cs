using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Protocol;

/// <summary>What is told when someone else changed the traffic.</summary>
internal static class ForeignChange
{
    public static string Message(Deployment record, TrafficSplit? found)
    {
        var target = record.Plan.Target;
        return $"someone else changed {target.Subject()}: {(found is null ? "it is gone" : $"it sends {target.Describe(found)}")}, "
            + $"and this deployment {Own(record, target)}. It is left as it is.";
    }

    // What was intended last is not made yet if the change was refused for someone else's.
    private static string Own(Deployment record, TargetPlan target) => record.Intent switch
    {
        null => "set it to nothing",
        { Before: { } before } intent when record.Known?.Step != intent.Step =>
            $"was about to set it from {target.Describe(before)} to {target.Describe(intent.Traffic)}",
        var intent => $"set it to {target.Describe(intent.Traffic)}",
    };
}
