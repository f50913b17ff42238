using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>What the event <c>Step Functions Execution Status Change</c> tells. It can be told twice after a crash.</summary>
/// <param name="ExecutionArn">Which execution.</param>
/// <param name="MachineName">Of which machine.</param>
/// <param name="Name">The execution's name.</param>
/// <param name="Status">What it is now.</param>
/// <param name="StartTime">UTC.</param>
/// <param name="StopTime">UTC; null while it runs.</param>
/// <param name="Input">The execution's input.</param>
/// <param name="Output">Null unless it succeeded.</param>
/// <param name="Error">Null unless it ended otherwise and somebody gave one.</param>
/// <param name="Cause">Null unless it ended otherwise and somebody gave one.</param>
public sealed record ExecutionStatusChange(
    string ExecutionArn,
    string MachineName,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartTime,
    DateTimeOffset? StopTime,
    Data Input,
    Data? Output,
    string? Error,
    string? Cause)
{
    /// <summary>The machine's ARN.</summary>
    public string StateMachineArn => Arns.StateMachine(MachineName);

    /// <summary>AWS's word for the status: RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED.</summary>
    public string StatusName => Status == ExecutionStatus.TimedOut ? "TIMED_OUT" : Status.ToString().ToUpperInvariant();
}
