using Microsoft.Extensions.Logging;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Targets;
using Sluice.Platform.Accounts;

namespace Sluice.Deployments.Notifying;

/// <summary>When a deployment's state has changed: asks for the messages that its group's triggers are told by.</summary>
public sealed class NotifyTriggers(DeploymentStore deployments, GroupStore groups, TargetDescription targets, ITable table, SuiteAccount account, TimeProvider time, ILogger<NotifyTriggers> logger)
{
    /// <summary>Safe to repeat: a message that was asked for is not asked for again.</summary>
    public async Task RunAsync(StateChangeEvent happened, CancellationToken cancellationToken = default)
    {
        // A pipeline's deployment has no group, and so no triggers.
        if (happened.Detail is not { } change || await deployments.FindAsync(change.DeploymentId, cancellationToken) is not { Request: { } request } record)
        {
            return;
        }

        if ((await groups.FindByIdAsync(request.DeploymentGroupId, cancellationToken))?.Settings.TriggerConfigurations is not { Count: > 0 } triggers)
        {
            return;
        }

        var messages = TriggerDecision.Decide(change, record, triggers, targets.Summary(record), account, time.GetUtcNow());
        if (messages.Count > 0)
        {
            var isNew = await table.TryTransactAsync([.. messages], cancellationToken);
            logger.LogInformation("{Event} of {Deployment}, {State}: {Count} messages {Outcome}", happened.DetailType, change.DeploymentId, change.State, messages.Count, isNew ? "are asked for" : "were asked for before");
        }
    }
}
