namespace Sluice.Local.StateMachines.Running;

/// <summary>An execution has entered a state.</summary>
public sealed record StateEntry(string ExecutionArn, string MachineName, string StateName, DateTimeOffset Time);
