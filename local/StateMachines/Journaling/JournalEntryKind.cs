namespace Sluice.Local.StateMachines.Journaling;

/// <summary>What can come to an execution from outside. The names are stored.</summary>
public enum JournalEntryKind
{
    /// <summary>The service has accepted the request for a job (<c>.sync</c>), which runs from now on.</summary>
    CallSubmitted,

    /// <summary>A call was answered.</summary>
    CallReturned,

    /// <summary>A call failed.</summary>
    CallFailed,

    /// <summary>SendTaskSuccess.</summary>
    TaskSucceeded,

    /// <summary>SendTaskFailure.</summary>
    TaskFailed,

    /// <summary>SendTaskHeartbeat.</summary>
    TaskHeartbeat,

    /// <summary>A time has come.</summary>
    TimerFired,

    /// <summary>StopExecution.</summary>
    Stopped,
}
