using Sluice.Deployments.Keys;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

public sealed class QueueTests
{
    private static readonly GroupSettings _queueing = new() { DeploymentConfigName = "Steps.10@5s", QueueDeployments = true };

    [Fact]
    public void A_second_deployment_of_a_group_is_refused_until_the_first_has_ended()
    {
        using var shop = new Shop();
        var first = shop.World.Time.Run(() => shop.CreateAsync());

        shop.Refuses("DeploymentLimitExceededException", $"Deployment {first} of the deployment group 'live' has not ended", () => shop.CreateAsync(Shop.Ask("3")));
        shop.World.Time.Run(async () =>
        {
            await shop.World.CompleteAsync();
            await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.CompleteAsync();
        });

        shop.World.Alias().ShouldBe("3");
    }

    [Fact]
    public void A_second_deployment_of_a_target_is_refused_whichever_group_asks_for_it()
    {
        using var shop = new Shop();
        shop.AddGroup("other", new GroupSettings());
        var first = shop.World.Time.Run(() => shop.CreateAsync());

        shop.Refuses(
            "DeploymentLimitExceededException", $"Deployment {first} is moving the traffic of fn:live", () => shop.CreateAsync(Shop.Ask("3") with { DeploymentGroupName = "other" }));
    }

    [Fact]
    public void A_pipelines_deployment_and_one_of_the_API_exclude_each_other()
    {
        using var shop = new Shop();
        var world = shop.World;
        var release = new Release { TargetVersion = "3" };
        world.Time.Run(async () =>
        {
            await shop.CreateAsync();
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
        });
        ((string?)world.Machines.Actions["action-1"].Single()!["message"]).ShouldNotBeNull().ShouldContain("is moving the traffic of fn:live");

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.DelayAsync(2);
        });
        shop.Refuses("DeploymentLimitExceededException", "is moving the traffic of fn:live", () => shop.CreateAsync());
        world.Time.Run(world.CompleteAsync);
        world.Alias().ShouldBe("3");
    }

    [Fact]
    public void A_group_that_queues_starts_its_deployments_in_order_each_by_the_end_of_the_one_before()
    {
        using var shop = new Shop(settings: _queueing);

        shop.World.Time.Run(async () =>
        {
            var first = await shop.CreateAsync();
            await shop.World.DelayAsync(1);
            var second = await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.DelayAsync(1);
            var third = await shop.CreateAsync(Shop.Ask("1"));
            (await shop.GetAsync(second)).Status.ShouldBe(DeploymentStatus.Queued);
            (await shop.ListAsync()).Deployments.ShouldBe([third, second, first]);

            await shop.World.CompleteAsync();

            string[] ids = [first, second, third];
            var infos = await Task.WhenAll(ids.Select(shop.GetAsync));
            infos.ShouldAllBe(info => info.Status == DeploymentStatus.Succeeded);
            shop.World.Executions.Select(execution => execution.Name).ShouldBe(ids.Select(id => $"{id}-1"));
            infos[2].PreviousRevision.ShouldBe(infos[1].Revision, "it is known when its turn comes");
            infos[1].StartTime!.Value.ShouldBeGreaterThanOrEqualTo(infos[0].CompleteTime!.Value);
        });

        shop.World.Alias().ShouldBe("1");
        LeavesNothing(shop);
    }

    [Fact]
    public void One_that_fails_or_is_rolled_back_lets_the_next_one_begin()
    {
        using var shop = new Shop(settings: _queueing);

        shop.World.Time.Run(async () =>
        {
            var first = await shop.CreateAsync();
            var second = await shop.CreateAsync(Shop.Ask("3"));
            await shop.World.DelayAsync(2);
            await shop.StopAsync(first);
            await shop.World.CompleteAsync();
            (await shop.GetAsync(first)).Status.ShouldBe(DeploymentStatus.Stopped);
            (await shop.GetAsync(second)).Status.ShouldBe(DeploymentStatus.Succeeded);
        });

        shop.World.Alias().ShouldBe("3");
        LeavesNothing(shop);
    }

    [Fact]
    public void One_that_waits_can_be_stopped()
    {
        using var shop = new Shop(settings: _queueing);

        shop.World.Time.Run(async () =>
        {
            await shop.CreateAsync();
            var second = await shop.CreateAsync(Shop.Ask("3"));
            var third = await shop.CreateAsync(Shop.Ask("1"));
            (await shop.StopAsync(second)).Status.ShouldBe(StopStatus.Pending);
            (await shop.StopAsync(second)).Status.ShouldBe(StopStatus.Succeeded);
            var info = await shop.GetAsync(second);
            (info.Status, info.ErrorInformation!.Code, info.StartTime).ShouldBe((DeploymentStatus.Stopped, ErrorCode.MANUAL_STOP, null));
            info.DeploymentOverview!.Skipped.ShouldBe(1);
            await shop.World.CompleteAsync();
            (await shop.GetAsync(third)).Status.ShouldBe(DeploymentStatus.Succeeded);
        });

        shop.World.Executions.Count.ShouldBe(2);
        LeavesNothing(shop);
    }

    [Fact]
    public void A_target_that_another_has_taken_meanwhile_fails_the_one_that_waited()
    {
        using var shop = new Shop(settings: _queueing);
        shop.AddGroup("other", new GroupSettings { DeploymentConfigName = "Steps.10@9s" });
        shop.World.Lambda.Functions["fn"].Aliases["test"] = new FakeAlias("1", [], "revision-test");

        shop.World.Time.Run(async () =>
        {
            var first = await shop.CreateAsync(Shop.Ask() with { Revision = Shop.Inline(Shop.AppSpec(alias: "test")) });
            var second = await shop.CreateAsync(Shop.Ask("3"));
            await shop.CreateAsync(Shop.Ask("2") with { DeploymentGroupName = "other" });
            await shop.World.CompleteAsync();
            (await shop.GetAsync(first)).Status.ShouldBe(DeploymentStatus.Succeeded);
            var info = await shop.GetAsync(second);
            (info.Status, info.ErrorInformation!.Code).ShouldBe((DeploymentStatus.Failed, ErrorCode.RESOURCE_LIMIT_EXCEEDED));
            info.ErrorInformation.Message!.ShouldContain("is moving the traffic of fn:live");
        });

        shop.World.Alias().ShouldBe("2");
        LeavesNothing(shop);
    }

    /// <summary>Every order of the calls of a deployment that enters the queue and of the one before that ends.</summary>
    [Fact]
    public void Entering_the_queue_and_ending_never_miss_each_other()
    {
        var waited = new HashSet<bool>();
        IReadOnlyList<int>? choices = [];
        var count = 0;
        while (choices is not null)
        {
            choices = RunOnce(choices, waited);
            count++;
        }

        count.ShouldBeGreaterThan(10);
        waited.Count.ShouldBe(2, "it may come before the end or after it");
    }

    private static IReadOnlyList<int>? RunOnce(IReadOnlyList<int> choices, HashSet<bool> waited)
    {
        using var shop = new Shop(settings: new GroupSettings { QueueDeployments = true });
        var world = shop.World;
        var interleaver = new Interleaver(world.Time, choices);
        Task<string>? second = null;
        world.Table.Gate = call => call.Contains("EVENT", StringComparison.Ordinal) ? Task.CompletedTask : interleaver.GateAsync();
        var entryPoint = world.Cloud.EntryPoint;
        var decisions = 0;
        world.Cloud.EntryPoint = async (name, payload) =>
        {
            if (name != "NextStep" || ++decisions != 2)
            {
                return await entryPoint(name, payload);
            }

            // The first deployment's last decision.
            second = interleaver.ActAsync("create", () => shop.CreateAsync(Shop.Ask("3")));
            return await interleaver.ActAsync("end", () => entryPoint(name, payload));
        };

        world.Time.Run(async () =>
        {
            await shop.CreateAsync();
            await world.CompleteAsync();
            var id = await second!;
            await world.CompleteAsync();
            (await shop.GetAsync(id)).Status.ShouldBe(DeploymentStatus.Succeeded, interleaver.Made);
        });

        world.Alias().ShouldBe("3", interleaver.Made);
        LeavesNothing(shop);
        waited.Add(shop.World.Time.Run(() => shop.GetAsync(world.Executions[1].Name[..^2])).CreateTime < shop.World.Time.Run(() => shop.GetAsync(world.Executions[0].Name[..^2])).CompleteTime);
        return interleaver.Next();
    }

    private static void LeavesNothing(Shop shop) => shop.World.Time.Run(async () =>
    {
        var group = shop.Group.DeploymentGroupId;
        (await GroupView.ReadAsync(shop.World.Table, group, default)).Activity.ActiveDeploymentId.ShouldBeNull();
        (await shop.World.Table.QueryAsync(new Query(ActivityKeys.Partition(group), ActivityKeys.QueuePrefix))).Items.ShouldBeEmpty();
        (await shop.World.Table.QueryAsync(new Query("DEPLOYMENTS#Active") { OnIndex = true })).Items.ShouldBeEmpty();
    });
}
