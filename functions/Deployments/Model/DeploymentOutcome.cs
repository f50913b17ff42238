namespace Sluice.Deployments.Model;

/// <summary>How a deployment ended; each ends in exactly one of these.</summary>
public enum DeploymentOutcome
{
    /// <summary>The new version has all the traffic.</summary>
    Succeeded,

    /// <summary>No change of traffic was ever intended.</summary>
    Failed,

    /// <summary>Traffic is again as it was before.</summary>
    RolledBack,

    /// <summary>Traffic could not be restored, or someone else changed it: a person has to look.</summary>
    Dirty,
}
