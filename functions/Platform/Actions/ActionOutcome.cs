namespace Sluice.Platform.Actions;

/// <summary>How a deploy action left the traffic.</summary>
public enum ActionOutcome
{
    /// <summary>The new version has all of it.</summary>
    Succeeded,

    /// <summary>None was moved.</summary>
    Failed,

    /// <summary>It is again as it was before.</summary>
    RolledBack,

    /// <summary>It could not be restored, or someone else changed it: a person has to look.</summary>
    Dirty,
}
