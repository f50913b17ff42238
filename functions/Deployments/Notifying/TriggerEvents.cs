namespace Sluice.Deployments.Notifying;

/// <summary>Which of CodeDeploy's trigger events a change of state is: https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-sns-event-notifications.html.</summary>
internal static class TriggerEvents
{
    /// <summary>None for a state of which triggers know nothing.</summary>
    public static IReadOnlyList<TriggerEventType> Of(StateChange change, Deployment record) => (change.InstanceId is null, change.State) switch
    {
        // The start of a rollback is the start of a deployment, too.
        (true, "START") when record.Request?.Creator == DeploymentRequest.Rollback => [TriggerEventType.DeploymentStart, TriggerEventType.DeploymentRollback],
        (true, "START") => [TriggerEventType.DeploymentStart],
        (true, "READY") => [TriggerEventType.DeploymentReady],
        (true, "SUCCESS") => [TriggerEventType.DeploymentSuccess],
        (true, "FAILURE") => [TriggerEventType.DeploymentFailure],
        (true, "STOP") => [TriggerEventType.DeploymentStop],
        (false, "START") => [TriggerEventType.InstanceStart],
        (false, "READY") => [TriggerEventType.InstanceReady],
        (false, "SUCCESS") => [TriggerEventType.InstanceSuccess],
        (false, "FAILURE" or "STOP") => [TriggerEventType.InstanceFailure],
        _ => [],
    };
}
