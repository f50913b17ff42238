namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>The error names that Amazon States Language reserves.</summary>
internal static class ErrorNames
{
    internal const string All = "States.ALL";
    internal const string DataLimitExceeded = "States.DataLimitExceeded";
    internal const string HeartbeatTimeout = "States.HeartbeatTimeout";
    internal const string IntrinsicFailure = "States.IntrinsicFailure";
    internal const string ReferencePathConflict = "States.ReferencePathConflict";
    internal const string ResultPathMatchFailure = "States.ResultPathMatchFailure";
    internal const string Runtime = "States.Runtime";
    internal const string TaskFailed = "States.TaskFailed";
    internal const string Timeout = "States.Timeout";
}
