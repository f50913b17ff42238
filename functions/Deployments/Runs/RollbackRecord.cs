using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Revisions;

namespace Sluice.Deployments.Runs;

/// <summary>
/// A rollback is recorded as CodeDeploy does: as a deployment of the revision before, by <c>codeDeployRollback</c>, linked both ways. It is written with the end of
/// the one that it rolled back, when it is known how it went.
/// </summary>
internal static class RollbackRecord
{
    /// <summary>The ended deployment with its link, and the deployment that rolled it back; null if there was nothing to go back to.</summary>
    public static (Deployment Ended, RunChange<Deployment>? Rollback) Of(Deployment ended, DateTimeOffset now)
    {
        if (ended.Request is null || ended.Outcome is null or DeploymentOutcome.Succeeded || (ended.Outcome == DeploymentOutcome.Dirty && !ended.Plan.Rollback.Covers(ended.Stop!)))
        {
            return (ended, null);
        }

        if (ended.Outcome == DeploymentOutcome.Failed || ended.Shift?.Answered() is not { } before)
        {
            return (ended with { RollbackInfo = new RollbackInfo { RollbackMessage = Nothing(ended) } }, null);
        }

        var revision = ended.Request.PreviousRevision ?? Described(ended.Plan, before.Main);
        var rollback = Rollback(ended, before, now) with { Request = Request(ended, revision) };
        var started = rollback with { Status = DeploymentStatus.InProgress, Outcome = null, Message = null, CompleteTime = null };
        var linked = ended with { RollbackInfo = new RollbackInfo { RollbackDeploymentId = rollback.DeploymentId, RollbackMessage = rollback.Message } };
        return (linked, new RunChange<Deployment>(null, rollback)
        {
            Events = [.. DeploymentEvents.States(started), .. DeploymentEvents.States(rollback)],
            Also = revision is null ? [] : [.. RevisionUse.Used(ended.Request.ApplicationId, revision, now)],
        });
    }

    private static string Nothing(Deployment ended) => ended.Outcome == DeploymentOutcome.Dirty
        ? $"There was nothing to roll back to: this was the first deployment. What it made is still there: {ended.Message}"
        : ended.Outcome == DeploymentOutcome.Failed
        ? "There was nothing to roll back: no traffic was moved."
        : $"There was nothing to roll back to: this was the first deployment, so {ended.Plan.Target.Subject()} is as it was, {ended.Plan.Target.Undivided()}.";

    private static Deployment Rollback(Deployment ended, TrafficSplit before, DateTimeOffset now)
    {
        var target = ended.Shift!.Target;
        var isRestored = ended.Outcome == DeploymentOutcome.RolledBack;
        var since = ended.Stop?.Time ?? now;
        var moved = ended.Intent?.Traffic.SeenFrom(target) ?? TrafficSplit.All(target);
        return new Deployment(RollbackId.Of(ended.DeploymentId), null, ended.Plan, since)
        {
            RollbackInfo = new RollbackInfo { RollbackTriggeringDeploymentId = ended.DeploymentId, RollbackMessage = ended.Stop?.Message },
            Status = isRestored ? DeploymentStatus.Succeeded : DeploymentStatus.Failed,
            Outcome = isRestored ? DeploymentOutcome.Succeeded : DeploymentOutcome.Dirty,
            Message = isRestored ? $"Deployment {ended.DeploymentId} is rolled back: {ended.Message}" : ended.Message,
            StartTime = since,
            CompleteTime = now,
            TrafficRestoredTime = ended.TrafficRestoredTime,
            Shift = new Shift(before.Main, moved, [], null),
            Intent = new TrafficIntent(1, before, moved, 0),
            Known = isRestored ? new KnownTraffic(1, null) : null,
            Stop = isRestored ? null : ended.Stop,
        };
    }

    private static DeploymentRequest Request(Deployment ended, RevisionLocation? revision) => ended.Request! with
    {
        Creator = DeploymentRequest.Rollback,
        Revision = RevisionUse.WithoutText(revision),
        PreviousRevision = ended.Request.Revision,
        Options = new RequestOptions { Description = $"Rollback of deployment {ended.DeploymentId}" },
    };

    // What divides the traffic was made by something else than this group's deployments: an appspec tells what it is again.
    private static RevisionLocation? Described(DeploymentPlan plan, string before)
    {
        if (plan.Target.AppSpecOf(before)?.ToJsonString() is not { } content)
        {
            return null;
        }

        return new RevisionLocation
        {
            RevisionType = RevisionLocationType.AppSpecContent,
            AppSpecContent = new AppSpecContent { Content = content, Sha256 = RevisionIdentity.Sha256Of(content) },
        };
    }
}
