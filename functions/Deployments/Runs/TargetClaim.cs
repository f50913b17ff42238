using Sluice.Deployments.Keys;

namespace Sluice.Deployments.Runs;

/// <summary>One active deployment a target. The claim's life is its owner's: it is taken over only from a deployment that has ended.</summary>
internal static class TargetClaim
{
    /// <summary>The write that takes the claim; null if its owner has not ended.</summary>
    public static TableWrite? Take(Deployment record, Item? current, bool ownerHasEnded, DateTimeOffset now)
    {
        var key = KeyOf(record);
        return Claims.Take(key, current, record.DeploymentId, record.LeaseUntil, now) is ClaimTaken taken ? taken.Write
            : ownerHasEnded ? Claims.TakeOver(key, current!, record.DeploymentId, record.LeaseUntil).Write
            : null;
    }

    /// <summary>Nothing if the deployment never got the claim: then it is another's to give up.</summary>
    public static IEnumerable<TableWrite> Release(Deployment record) =>
        record is { StartTime: null, HoldsTarget: false } ? [] : [Claims.Release(KeyOf(record), record.DeploymentId)];

    public static Key KeyOf(Deployment record) => DeploymentKeys.Target(record.Plan.Target.Claim());
}
