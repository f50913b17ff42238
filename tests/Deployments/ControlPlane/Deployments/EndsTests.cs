using Sluice.Deployments.ControlPlane.Revisions;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

/// <summary>The four ends, as a client reads them that knows nothing of ours.</summary>
public sealed class EndsTests
{
    [Fact]
    public void A_deployment_that_an_alarm_ends_is_Stopped_and_its_rollback_is_a_deployment_of_the_revision_before()
    {
        using var shop = new Shop(settings: Watching("errors"));
        shop.World.CloudWatch.Metric["errors"] = "OK";

        shop.World.Time.Run(async () =>
        {
            var first = await shop.CreateAsync();
            await shop.World.CompleteAsync();
            var second = await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.DelayAsync(2);
            await shop.World.AlarmAsync("errors");
            await shop.World.CompleteAsync();

            var failed = await shop.GetAsync(second);
            (failed.Status, failed.Outcome, failed.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Stopped, "RolledBack", ErrorCode.ALARM_ACTIVE));
            var rollback = await shop.GetAsync(failed.RollbackInfo!.RollbackDeploymentId!);
            rollback.DeploymentId.ShouldBe(RollbackId.Of(second));
            (rollback.Status, rollback.Creator, rollback.ErrorInformation).ShouldBe((DeploymentStatus.Succeeded, DeploymentCreator.codeDeployRollback, null));
            rollback.RollbackInfo!.RollbackTriggeringDeploymentId.ShouldBe(second);
            rollback.Revision.ShouldBe((await shop.GetAsync(first)).Revision);
            rollback.PreviousRevision.ShouldBe(failed.Revision);
            rollback.DeploymentOverview!.Succeeded.ShouldBe(1);
            (await shop.ListAsync()).Deployments.ShouldBe([rollback.DeploymentId!, second, first]);

            var activity = await shop.World.Get<GroupActivities>().ReadAsync("live-id");
            (activity.LastAttempted!.DeploymentId, activity.LastSuccessful!.DeploymentId).ShouldBe((rollback.DeploymentId, rollback.DeploymentId));
            activity.TargetRevision!.ShouldBe(rollback.Revision);
        });

        shop.World.Alias().ShouldBe("2");
    }

    [Fact]
    public void A_rollback_to_a_state_that_no_deployment_made_is_described_by_an_appspec_of_its_own()
    {
        using var shop = new Shop();

        var rollback = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(id);
            await shop.World.CompleteAsync();
            var stopped = await shop.GetAsync(id);
            (stopped.Status, stopped.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Stopped, ErrorCode.MANUAL_STOP));
            return (await shop.World.Get<DeploymentStore>().GetAsync(stopped.RollbackInfo!.RollbackDeploymentId!)).Request!.Revision!;
        });

        var known = shop.World.Time.Run(() => shop.World.Get<RevisionStore>().FindAsync("application-id", rollback));
        known!.Revision.AppSpecContent!.Content.ShouldNotBeNull().ShouldContain("\"TargetVersion\":\"1\"");
    }

    [Fact]
    public void A_first_deployment_has_nothing_to_roll_back_to_and_says_so()
    {
        using var shop = new Shop();
        shop.World.Lambda.Functions["fn"].Aliases.Clear();
        shop.World.AddHook(payload => shop.World.ReportAsync(payload, "Failed"));

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(more: "Hooks:\n  - AfterAllowTraffic: hook\n"));
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        (info.Status, info.Outcome, info.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Failed, "RolledBack", ErrorCode.HOOK_EXECUTION_FAILURE));
        info.RollbackInfo!.RollbackDeploymentId.ShouldBeNull();
        info.RollbackInfo.RollbackMessage.ShouldNotBeNull().ShouldContain("nothing to roll back to: this was the first deployment");
        shop.World.Alias().ShouldBeNull();
    }

    [Fact]
    public void A_deployment_that_moved_nothing_is_Failed_with_the_cause()
    {
        using var shop = new Shop();

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask("9"));
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        (info.Status, info.Outcome, info.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Failed, "Failed", ErrorCode.INVALID_LAMBDA_FUNCTION));
        info.RollbackInfo!.RollbackMessage.ShouldNotBeNull().ShouldContain("no traffic was moved");
    }

    [Fact]
    public void A_foreign_change_leaves_it_Failed_with_what_must_be_done_and_a_failed_rollback()
    {
        using var shop = new Shop();

        shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.World.MeddleAsync(alias => alias with { Version = "3", Weights = [] });
            await shop.World.CompleteAsync();
            var info = await shop.GetAsync(id);
            (info.Status, info.Outcome, info.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Failed, "Dirty", ErrorCode.INVALID_LAMBDA_CONFIGURATION));
            info.ErrorInformation.Message!.ShouldContain("What to do: look at fn:live");
            var rollback = await shop.GetAsync(info.RollbackInfo!.RollbackDeploymentId!);
            (rollback.Status, rollback.Creator).ShouldBe((DeploymentStatus.Failed, DeploymentCreator.codeDeployRollback));
            rollback.ErrorInformation!.Message!.ShouldContain("someone else changed fn:live");
        });

        shop.World.Alias().ShouldBe("3");
    }

    [Fact]
    public void Stopping_twice_or_too_late_is_answered_as_the_original_does()
    {
        using var shop = new Shop();
        string id = "";

        shop.World.Time.Run(async () =>
        {
            id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            (await shop.StopAsync(id)).Status.ShouldBe(StopStatus.Pending);
            (await shop.StopAsync(id)).Status.ShouldBe(StopStatus.Pending);
            await shop.World.CompleteAsync();
            (await shop.StopAsync(id)).Status.ShouldBe(StopStatus.Succeeded);
            id = await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.CompleteAsync();
        });

        shop.Refused<DeploymentAlreadyCompletedException>(() => shop.StopAsync(id));
        shop.Refused<DeploymentDoesNotExistException>(() => shop.StopAsync("d-000000000"));
        shop.Refuses("InvalidDeploymentIdException", "'d-1'", () => shop.StopAsync("d-1"));
    }

    [Fact]
    public void Events_have_the_originals_members_for_each_state()
    {
        using var shop = new Shop();

        var id = shop.World.Time.Run(async () =>
        {
            var created = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(created);
            await shop.World.CompleteAsync();
            return created;
        });

        string[] types = [DeploymentEvents.StateChange, DeploymentEvents.InstanceStateChange];
        foreach (var type in types)
        {
            var told = shop.World.Events.Where(item => (string)item["detailType"]! == type).ToList();
            told.Select(item => $"{item["detail"]!["deploymentId"]} {item["detail"]!["state"]}").ShouldBe(
                [$"{id} START", $"{id} STOP", $"{RollbackId.Of(id)} START", $"{RollbackId.Of(id)} SUCCESS"]);
            foreach (var item in told)
            {
                var detail = item["detail"]!;
                $"{detail["region"]} {detail["application"]} {detail["deploymentGroup"]} {detail["instanceGroupId"]}".ShouldBe("us-east-1 shop live live-id");
                item["resources"]!.AsArray().Select(arn => (string)arn!).ShouldBe(
                    ["arn:aws:codedeploy:us-east-1:123456789012:application:shop", "arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:shop/live"]);
                ((string?)detail["instanceId"]).ShouldBe(type == DeploymentEvents.InstanceStateChange ? "fn" : null);
            }
        }
    }

    private static GroupSettings Watching(string alarm) => new()
    {
        DeploymentConfigName = "Steps.10@5s",
        AlarmConfiguration = new AlarmConfiguration { Enabled = true, Alarms = [new Alarm { Name = alarm }] },
    };
}
