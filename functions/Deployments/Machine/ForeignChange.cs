using Sluice.Deployments.Platforms;
using Sluice.Deployments.Traffic;

namespace Sluice.Deployments.Machine;

/// <summary>What is told when someone else changed the traffic.</summary>
internal static class ForeignChange
{
    public static string Message(Deployment record, TrafficSplit? found)
    {
        var platform = ShiftPlatforms.Of(record.Plan);
        return $"someone else changed {platform.Subject(record.Plan)}: {(found is null ? "it is gone" : $"it sends {platform.Describe(found)}")}, "
            + $"and this deployment {Own(record, platform)}. It is left as it is.";
    }

    // What was intended last is not made yet if the change was refused for someone else's.
    private static string Own(Deployment record, IShiftPlatform platform) => record.Intent switch
    {
        null => "set it to nothing",
        { Before: { } before } intent when record.Known?.Step != intent.Step =>
            $"was about to set it from {platform.Describe(before)} to {platform.Describe(intent.Traffic)}",
        var intent => $"set it to {platform.Describe(intent.Traffic)}",
    };
}
