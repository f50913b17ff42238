using Sluice.Deployments.ControlPlane.Applications;
using Sluice.Deployments.ControlPlane.Groups;
using Sluice.Deployments.Keys;
using Sluice.Deployments.Revisions;
using Sluice.Deployments.Runs;
using Sluice.Platform.Actions;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>
/// Starts a deployment of a group, or lets it wait for the one before where the group says so. Record, claim, revision and the request to start it are one
/// transaction, which holds only while the group and the target are as they were read.
/// </summary>
public sealed class DeploymentStarter(ITable table, DeploymentStore store, ApplicationStore applications, GroupStore groups, IIds ids, TimeProvider time)
{
    private const int MostTries = 20;

    /// <returns>The deployment's id.</returns>
    /// <exception cref="ApiException"><c>DeploymentLimitExceededException</c>, <c>ApplicationDoesNotExistException</c>, <c>DeploymentGroupDoesNotExistException</c>.</exception>
    internal async Task<string> StartAsync(
        DeploymentGroup group, DeploymentPlan plan, DeploymentRequest request, RevisionLocation revision, CancellationToken cancellationToken) =>
        (await StartAsync(group, plan, request, revision, null, cancellationToken)).DeploymentId;

    /// <param name="group">Which group.</param>
    /// <param name="plan">What is done.</param>
    /// <param name="request">What was asked for.</param>
    /// <param name="revision">What is deployed.</param>
    /// <param name="action">The pipeline's action that asks; null if none does.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The deployment's id, and whether it is a new one: an action is one deployment.</returns>
    /// <exception cref="ApiException"><c>DeploymentLimitExceededException</c>, <c>ApplicationDoesNotExistException</c>, <c>DeploymentGroupDoesNotExistException</c>.</exception>
    internal async Task<(string DeploymentId, bool IsNew)> StartAsync(
        DeploymentGroup group, DeploymentPlan plan, DeploymentRequest request, RevisionLocation revision, ActionRequest? action, CancellationToken cancellationToken)
    {
        var id = ids.DeploymentId();
        for (var tries = 1; ; tries++)
        {
            var now = time.GetUtcNow();
            var record = new Deployment(id, action is null ? null : ActionReference.Of(action), plan, now) { Request = request, ActionToken = action?.TaskToken };
            var view = await GroupView.ReadAsync(table, group.DeploymentGroupId, cancellationToken);
            var writes = view.Activity.ActiveDeploymentId is { } active
                ? Wait(record, view, group, active)
                : await BeginAsync(record, view, now, cancellationToken);
            try
            {
                await table.TransactAsync([.. writes, .. RevisionUse.Used(request.ApplicationId, revision, now), .. AreThere(request), .. Only(record)], cancellationToken);
                return (id, true);
            }
            catch (TransactionRefusedException) when (tries < MostTries)
            {
                // Another was faster with the group or the target, or someone deletes the group: look again.
                if (action is not null && await store.FindIdAsync(action.ActionExecutionId, cancellationToken) is { } before)
                {
                    return (before, false);
                }

                await CheckAsync(request, cancellationToken);
            }
        }
    }

    private IReadOnlyList<TableWrite> Wait(Deployment record, GroupView view, DeploymentGroup group, string active)
    {
        if (group.Settings.QueueDeployments is not true)
        {
            throw RequestErrors.GroupIsBusy(group.DeploymentGroupName, active);
        }

        // Nobody has to look after it while it waits: the terminal write of the one before does.
        var waiting = record.Unleased() with { Status = DeploymentStatus.Queued };
        return store.Creation(new RunChange<Deployment>(null, waiting) { Also = [.. GroupTurn.Wait(waiting, view)] });
    }

    private async Task<IReadOnlyList<TableWrite>> BeginAsync(Deployment record, GroupView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var started = record.Leased(now) with
        {
            HoldsTarget = true,
            Request = record.Request! with { PreviousRevision = view.Activity.TargetRevision },
        };
        var claim = await ClaimAsync(started, now, cancellationToken);
        return store.Creation(new RunChange<Deployment>(null, started) { Also = [claim, .. GroupTurn.Begin(started, view, now)] });
    }

    // A pipeline's deployment, or another group's, may be moving the same target.
    private async Task<TableWrite> ClaimAsync(Deployment started, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var current = await table.GetAsync(TargetClaim.KeyOf(started), cancellationToken);
        var owner = Claims.Read(current)?.Owner;
        var hasEnded = owner is not null && await store.FindAsync(owner, cancellationToken) is not { IsEnded: false };
        return TargetClaim.Take(started, current, hasEnded, now)
            ?? throw RequestErrors.TargetIsBusy(started.Plan.Target.Subject(), owner!);
    }

    private static TableWrite[] Only(Deployment record) => record.Action is null ? [] : [DeploymentReference.OfAction(record)];

    private static TableWrite[] AreThere(DeploymentRequest request) =>
        [ApplicationKeys.IsThere(request.ApplicationId), new CheckItem(GroupKeys.Group(request.DeploymentGroupId), Condition.Exists)];

    private async Task CheckAsync(DeploymentRequest request, CancellationToken cancellationToken)
    {
        if (await applications.FindByIdAsync(request.ApplicationId, cancellationToken) is null)
        {
            throw ApplicationErrors.DoesNotExist(request.ApplicationName);
        }

        if (await groups.FindByIdAsync(request.DeploymentGroupId, cancellationToken) is null)
        {
            throw GroupErrors.DoesNotExist(request.ApplicationName, request.DeploymentGroupName);
        }
    }
}
