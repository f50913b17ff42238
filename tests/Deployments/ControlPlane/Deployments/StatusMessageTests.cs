using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

/// <summary>What a client that knows none of our additions is told of a deployment while it goes on: in <c>deploymentStatusMessages</c>, and by the events.</summary>
public sealed class StatusMessageTests
{
    [Fact]
    public void A_pause_says_for_what_and_until_when_it_waits()
    {
        using var shop = new Shop(settings: new GroupSettings { DeploymentConfigName = "Steps.20@pause" });

        var (status, says) = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            var info = await shop.GetAsync(id);
            await shop.World.ContinueAsync();
            await shop.World.CompleteAsync();
            return (info.Status, info.DeploymentStatusMessages!.ShouldHaveSingleItem());
        });

        status.ShouldBe(DeploymentStatus.Ready);
        says.ShouldMatch("^20 % of the traffic is on the new version; waits until [0-9]{4}-[0-9-]+ [0-9:]+Z for ContinueDeployment or a stop$");
        var ready = shop.World.Events.First(happened => (string?)happened["detail"]?["state"] == "READY");
        ((string?)ready["detail"]!["message"]).ShouldBe(says);
    }

    [Fact]
    public void One_in_the_queue_says_so()
    {
        using var shop = new Shop(settings: new GroupSettings { DeploymentConfigName = "Steps.20@10s", QueueDeployments = true });

        var says = shop.World.Time.Run(async () =>
        {
            await shop.CreateAsync();
            var queued = await shop.GetAsync(await shop.CreateAsync(Shop.Ask(target: "3")));
            await shop.World.CompleteAsync();
            return queued.DeploymentStatusMessages!.ShouldHaveSingleItem();
        });

        says.ShouldBe("waits in the queue of its group until the deployments before it have ended");
    }

    [Fact]
    public void A_hook_that_has_not_reported_is_named()
    {
        using var shop = new Shop();
        shop.World.AddHook(async payload =>
        {
            await shop.World.DelayAsync(60);
            return await shop.World.ReportAsync(payload);
        });

        var says = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync(Shop.Ask(more: "Hooks:\n  - BeforeAllowTraffic: hook\n"));
            await shop.World.DelayAsync(5);
            var messages = (await shop.GetAsync(id)).DeploymentStatusMessages;
            await shop.World.CompleteAsync();
            return messages!.ShouldHaveSingleItem();
        });

        says.ShouldStartWith("waits until ");
        says.ShouldEndWith(" for the hook hook (BeforeAllowTraffic) to report");
    }

    [Fact]
    public void A_replacement_that_does_not_get_healthy_says_how_it_is()
    {
        using var world = new DeploymentWorld();
        world.Ecs.Starts = TimeSpan.FromSeconds(1000);

        var says = world.Time.Run(async () =>
        {
            await world.StartAsync(new EcsRelease { Waits = new EcsWaits(null, true, 0, 600) });
            await world.DelayAsync(50);
            var messages = StatusMessages.Of(await world.RecordAsync());
            await world.StopAsync();
            await world.CompleteAsync();
            return messages.ShouldHaveSingleItem();
        });

        says.ShouldMatch("^waits until .*Z for the replacement task set to be steady and healthy: [0-9] of 2 tasks run, [0-9] are starting, it is STABILIZING; ");
    }

    [Fact]
    public void The_wait_before_the_original_is_ended_says_when_that_is()
    {
        using var world = new DeploymentWorld();

        var says = world.Time.Run(async () =>
        {
            await world.StartAsync(new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) });
            await world.DelayAsync(100);
            var messages = StatusMessages.Of(await world.RecordAsync());
            await world.CompleteAsync();
            return messages.ShouldHaveSingleItem();
        });

        says.ShouldStartWith("all traffic is moved; the original task set is ended at ");
    }

    [Fact]
    public void How_the_last_step_was_judged_is_said_beside_what_it_waits_for()
    {
        using var shop = new Shop(settings: new GroupSettings
        {
            DeploymentConfigName = "Steps.50@5s", Analysis = "Period: 1\nInconclusive: {Extend: 0, Then: Pause}\nMetrics:\n  - Name: ErrorRate\n",
        });

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(60);
            var waits = await shop.GetAsync(id);
            await shop.World.ContinueAsync();
            await shop.World.CompleteAsync();
            return waits;
        });

        info.Status.ShouldBe(DeploymentStatus.Ready);
        info.DeploymentStatusMessages!.Count.ShouldBe(2);
        info.DeploymentStatusMessages[0].ShouldStartWith("the analysis at 50 %: Inconclusive, ");
        info.DeploymentStatusMessages[1].ShouldStartWith("50 % of the traffic is on the new version; waits until ");
    }

    [Fact]
    public void A_stop_that_asked_for_no_rollback_is_told_as_the_reason_why_there_is_none()
    {
        using var shop = new Shop(settings: new GroupSettings { DeploymentConfigName = "Steps.20@10m" });

        var info = shop.World.Time.Run(async () =>
        {
            var id = await shop.CreateAsync();
            await shop.World.DelayAsync(2);
            await shop.StopAsync(id, rollback: false);
            await shop.World.CompleteAsync();
            return await shop.GetAsync(id);
        });

        info.DeploymentStatusMessages!.ShouldHaveSingleItem().ShouldStartWith("fn:live is left as it is, as the stop asked for: it was last set to 80 % to version 1, 20 % to version 2.");
    }
}
