namespace Sluice.Local.StateMachines.Tasks;

/// <summary>How a Task state waits for the service it calls.</summary>
public enum ServicePattern
{
    /// <summary>For the answer to the call.</summary>
    RequestResponse,

    /// <summary>For the end of the job (<c>.sync</c>, <c>.sync:2</c>).</summary>
    RunAJob,

    /// <summary>For somebody to complete the task's token (<c>.waitForTaskToken</c>).</summary>
    WaitForTaskToken,
}
