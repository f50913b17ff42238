using Sluice.Platform.Accounts;
using Sluice.Platform.Events;

namespace Sluice.Deployments.Notifying;

/// <summary>Which messages a change of state is told by.</summary>
internal static class TriggerDecision
{
    /// <summary>One for each trigger of the group that wants to know; a trigger that names two of its events is told once.</summary>
    /// <param name="change">What happened.</param>
    /// <param name="record">The deployment as it is now.</param>
    /// <param name="triggers">The group's.</param>
    /// <param name="target">The deployment's one target as it is now.</param>
    /// <param name="account">Where this is.</param>
    /// <param name="now">When.</param>
    public static IReadOnlyList<PutItem> Decide(
        StateChange change, Deployment record, IReadOnlyList<TriggerConfig> triggers, InstanceSummary target, SuiteAccount account, DateTimeOffset now)
    {
        var events = TriggerEvents.Of(change, record);
        return
        [
            .. from trigger in triggers
               where trigger is { TriggerTargetArn: not null, TriggerName: not null } && trigger.TriggerEvents?.Intersect(events).Any() == true
               let message = change.InstanceId is null
                   ? TriggerMessage.OfDeployment(record, change, trigger.TriggerName!, account)
                   : TriggerMessage.OfInstance(record, change, target, trigger.TriggerName!, account)
               select Notifications.Publish(trigger.TriggerTargetArn!, message.Subject, message.Text, $"{record.DeploymentId}-{change.Sequence}-{trigger.TriggerName}", now),
        ];
    }
}
