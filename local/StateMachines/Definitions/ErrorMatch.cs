using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>What <c>ErrorEquals</c> matches.</summary>
internal sealed class ErrorMatch(IReadOnlyList<string> names)
{
    /// <summary>States.Runtime is nobody's to catch.</summary>
    internal bool Matches(Failure failure) => failure.Error != ErrorNames.Runtime && names.Any(name => Matches(name, failure));

    private static bool Matches(string name, Failure failure) => name == failure.Error || name switch
    {
        ErrorNames.All => failure.Error != ErrorNames.DataLimitExceeded || failure.Kind == FailureKind.OversizedResult,
        ErrorNames.TaskFailed => failure.Error is not (ErrorNames.Timeout or ErrorNames.DataLimitExceeded),
        ErrorNames.Timeout => failure.Error == ErrorNames.HeartbeatTimeout,
        ErrorNames.HeartbeatTimeout => failure.Kind == FailureKind.MissedHeartbeat,
        _ => false,
    };
}
