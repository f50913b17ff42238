namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>What <c>ErrorEquals</c> knows of a failure beside its name.</summary>
internal enum FailureKind
{
    Plain,

    /// <summary>A heartbeat was missed: its name is States.Timeout, and States.HeartbeatTimeout names it too.</summary>
    MissedHeartbeat,

    /// <summary>A task's own result was too large: States.ALL has it, unlike other data that is.</summary>
    OversizedResult,
}
