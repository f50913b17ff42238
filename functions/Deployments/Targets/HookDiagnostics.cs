namespace Sluice.Deployments.Targets;

/// <summary>How the function of a lifecycle event ended, in CodeDeploy's words.</summary>
internal static class HookDiagnostics
{
    public static Diagnostics? Of(Deployment record, string eventName, string status)
    {
        var function = record.Plan.Hooks.FirstOrDefault(hook => hook.EventName == eventName)?.Function;
        return (status, function) switch
        {
            ("Succeeded", not null) => new Diagnostics("Success", function, null, null),
            ("Failed", not null) => new Diagnostics(Code(record), function, record.Stop?.Message ?? record.Message, null),
            ("Failed", _) => new Diagnostics("UnknownError", null, record.Stop?.Message ?? record.Message, null),
            _ => null,
        };
    }

    private static string Code(Deployment record) =>
        record.Stop?.Cause != StopCause.Hook ? "UnknownError"
        : record.Hook is { Report: null } && record.Stop.Error == HookRun.TimedOut ? "ScriptTimedOut"
        : "ScriptFailed";
}
