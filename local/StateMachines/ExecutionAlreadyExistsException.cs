namespace Sluice.Local.StateMachines;

/// <summary>There is or was an execution of this name in this machine.</summary>
public sealed class ExecutionAlreadyExistsException(string executionArn) : Exception($"Execution Already Exists: '{executionArn}'")
{
    /// <summary>The other execution.</summary>
    public string ExecutionArn { get; } = executionArn;
}
