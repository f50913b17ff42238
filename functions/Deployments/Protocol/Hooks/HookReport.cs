using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Protocol.Hooks;

/// <summary>The decision on a hook's report: single use, by the id's hash, while its step lasts.</summary>
internal static class HookReport
{
    public static Decision<Deployment, bool> Decide(Deployment record, string id, HookStatus status, DateTimeOffset now)
    {
        if (record.Hook is not { } hook || !HookId.Matches(id, hook.IdHash))
        {
            return Refusal.Of<bool>(record, new InvalidLifecycleEventHookExecutionIdException());
        }

        if (Obstacle(record, hook) is { } obstacle)
        {
            return Refusal.Of<bool>(record, obstacle);
        }

        var reported = record with { Hook = hook with { Report = status } };
        return status == HookStatus.Succeeded
            ? new Decision<Deployment, bool>(reported, true)
            : Stopped(reported, hook, now);
    }

    private static Exception? Obstacle(Deployment record, HookRun hook) =>
        hook.Report is { } report ? new LifecycleEventAlreadyCompletedException($"The hook has reported {report} already.")
        : Ending.Obstacle(record) is { } ended ? new LifecycleEventAlreadyCompletedException(ended.Message)
        : hook.Step != record.Step ? new InvalidLifecycleEventHookExecutionIdException()
        : null;

    private static Decision<Deployment, bool> Stopped(Deployment reported, HookRun hook, DateTimeOffset now)
    {
        var stopped = Ending.Stopped(reported, StopCause.Hook, $"hook {hook.FunctionName} ({hook.Event}) reported Failed", now);
        return new Decision<Deployment, bool>(stopped, true) { Events = [DeploymentEvents.Stopped(stopped)] };
    }
}
