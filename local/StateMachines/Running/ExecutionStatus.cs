namespace Sluice.Local.StateMachines.Running;

/// <summary>AWS's statuses of an execution.</summary>
public enum ExecutionStatus
{
    /// <summary>RUNNING.</summary>
    Running,

    /// <summary>SUCCEEDED.</summary>
    Succeeded,

    /// <summary>FAILED.</summary>
    Failed,

    /// <summary>TIMED_OUT: the machine's own TimeoutSeconds have passed.</summary>
    TimedOut,

    /// <summary>ABORTED: somebody stopped it.</summary>
    Aborted,
}
