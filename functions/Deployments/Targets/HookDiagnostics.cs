namespace Sluice.Deployments.Targets;

/// <summary>How the function of a lifecycle event ended, in CodeDeploy's words.</summary>
internal static class HookDiagnostics
{
    public static Diagnostics? Of(Deployment record, string eventName, LifecycleEventStatus status)
    {
        var function = record.Plan.Hooks.FirstOrDefault(hook => hook.EventName == eventName)?.Function;
        return (status, function) switch
        {
            (LifecycleEventStatus.Succeeded, not null) => new Diagnostics { ErrorCode = LifecycleErrorCode.Success, ScriptName = function },
            (LifecycleEventStatus.Failed, not null) => new Diagnostics
            {
                ErrorCode = Code(record),
                ScriptName = function,
                Message = record.Stop?.Message ?? record.Message,
            },
            (LifecycleEventStatus.Failed, _) => new Diagnostics { ErrorCode = LifecycleErrorCode.UnknownError, Message = record.Stop?.Message ?? record.Message },
            _ => null,
        };
    }

    private static LifecycleErrorCode Code(Deployment record) =>
        record.Stop?.Cause != StopCause.Hook ? LifecycleErrorCode.UnknownError
        : record.Hook is { Report: null } && record.Stop.Error == HookRun.TimedOut ? LifecycleErrorCode.ScriptTimedOut
        : LifecycleErrorCode.ScriptFailed;
}
