namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What is told when someone else changed a listener.</summary>
internal static class ForeignListener
{
    public static string Message(Deployment record, ListenerSnapshot snapshot, ListenersAnswer found)
    {
        var plan = record.Plan.Target;
        var listener = found.Find(snapshot.ListenerArn);
        var intent = snapshot == record.Listeners().Production ? record.Intent : record.TaskSets().TestIntent;
        var state = listener is null ? "it is gone"
            : ForwardAction.Read(listener.DefaultActions, snapshot.Traffic.Main) is { } traffic ? $"it sends {plan.Describe(traffic)}"
            : $"it {ForwardAction.Fault(listener.DefaultActions)}";
        return $"someone else changed listener {snapshot.ListenerArn} of {plan.Subject()}: {state}, "
            + $"and this deployment set it to {plan.Describe(intent?.Traffic ?? snapshot.Traffic)}. It is left as it is.";
    }
}
