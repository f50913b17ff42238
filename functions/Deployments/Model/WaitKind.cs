namespace Sluice.Deployments.Model;

/// <summary>What a parked task waits for.</summary>
public enum WaitKind
{
    /// <summary>Time to pass while alarms are watched.</summary>
    Bake,

    /// <summary>Time to pass after all traffic is moved while alarms are watched.</summary>
    FinalBake,

    /// <summary>A hook's report.</summary>
    Hook,

    /// <summary>A step's pause: ContinueDeployment ends it.</summary>
    Pause,

    /// <summary>ContinueDeployment with READY_WAIT, before any production traffic is moved.</summary>
    Ready,

    /// <summary>The time before the original is ended: ContinueDeployment with TERMINATION_WAIT ends it.</summary>
    Termination,

    /// <summary>The replacement to be steady and healthy.</summary>
    SteadyState,

    /// <summary>The original to be gone.</summary>
    Drain,
}
