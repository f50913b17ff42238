using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

public sealed class ListDeploymentsTests
{
    private static readonly ListDeploymentsInput _all = new();

    [Fact]
    public void Deployments_are_listed_by_group_status_time_and_run_newest_first()
    {
        using var shop = new Shop();
        var world = shop.World;
        shop.AddGroup("other", new GroupSettings { DeploymentConfigName = "Steps.10@60s" });
        world.Lambda.Functions["fn"].Aliases["test"] = new FakeAlias("1", [], "revision-test");

        world.Time.Run(async () =>
        {
            var first = await shop.CreateAsync();
            await world.CompleteAsync();
            await world.DelayAsync(10);
            var between = world.Time.GetUtcNow();
            await world.DelayAsync(10);
            var second = await shop.CreateAsync(Shop.Ask() with { DeploymentGroupName = "other", Revision = Shop.Inline(Shop.AppSpec(alias: "test")) });
            var release = new Release { TargetVersion = "3" };
            await world.DelayAsync(1);
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.DelayAsync(1);

            var third = (await shop.ListAsync(_all with { ExternalId = "run-1" })).Deployments.ShouldHaveSingleItem();
            (await shop.ListAsync()).Deployments.ShouldBe([third, second, first]);
            (await shop.ListAsync(_all with { ApplicationName = "shop", DeploymentGroupName = "live" })).Deployments.ShouldBe([first]);
            (await shop.ListAsync(_all with { IncludeOnlyStatuses = [DeploymentStatus.Succeeded] })).Deployments.ShouldBe([first]);
            (await shop.ListAsync(_all with { IncludeOnlyStatuses = [DeploymentStatus.InProgress] })).Deployments.ShouldBe([third, second]);
            (await shop.ListAsync(_all with { IncludeOnlyStatuses = [DeploymentStatus.InProgress, DeploymentStatus.Succeeded] })).Deployments.ShouldBe([third, second, first]);
            (await shop.ListAsync(_all with { ApplicationName = "shop", DeploymentGroupName = "other", IncludeOnlyStatuses = [DeploymentStatus.InProgress] })).Deployments.ShouldBe([second]);
            (await shop.ListAsync(_all with { CreateTimeRange = new TimeRange { Start = between } })).Deployments.ShouldBe([third, second]);
            (await shop.ListAsync(_all with { CreateTimeRange = new TimeRange { End = between } })).Deployments.ShouldBe([first]);
            (await shop.ListAsync(_all with { CreateTimeRange = new TimeRange { Start = between, End = between } })).Deployments.ShouldBeEmpty();
            (await shop.ListAsync(_all with { ExternalId = "run-2" })).Deployments.ShouldBeEmpty();
            await world.CompleteAsync();
            (await shop.ListAsync(_all with { IncludeOnlyStatuses = [DeploymentStatus.InProgress] })).Deployments.ShouldBeEmpty();
        });
    }

    [Fact]
    public void What_is_asked_wrong_is_refused()
    {
        using var shop = new Shop();
        var now = shop.World.Time.GetUtcNow();

        shop.Refuses("DeploymentGroupNameRequiredException", "both or neither", () => shop.ListAsync(_all with { ApplicationName = "shop" }));
        shop.Refuses("ApplicationNameRequiredException", "both or neither", () => shop.ListAsync(_all with { DeploymentGroupName = "live" }));
        shop.Refuses("ApplicationDoesNotExistException", "'other'", () => shop.ListAsync(_all with { ApplicationName = "other", DeploymentGroupName = "live" }));
        shop.Refuses("DeploymentGroupDoesNotExistException", "'other'", () => shop.ListAsync(_all with { ApplicationName = "shop", DeploymentGroupName = "other" }));
        shop.Refuses("InvalidTimeRangeException", "before it starts", () => shop.ListAsync(_all with { CreateTimeRange = new TimeRange { Start = now, End = now.AddSeconds(-1) } }));
        shop.Refuses("InvalidNextTokenException", "nextToken", () => shop.ListAsync(_all with { NextToken = "abc" }));
    }

    [Fact]
    public void Pages_of_many_deployments_follow_each_other()
    {
        const int count = 10_000;
        using var shop = new Shop();
        var store = shop.World.Get<DeploymentStore>();

        var (listed, failed) = shop.World.Time.Run(async () =>
        {
            for (var n = 0; n < count; n++)
            {
                await Store(shop, store, n);
            }

            return (await AllAsync(shop, _all with { ApplicationName = "shop", DeploymentGroupName = "live" }), await AllAsync(shop, _all with { IncludeOnlyStatuses = [DeploymentStatus.Failed] }));
        });

        listed.ShouldBe(Enumerable.Range(0, count).Select(Id).Reverse());
        failed.ShouldBe([Id(7_777), Id(11)]);
    }

    private static string Id(int n) => $"d-{n:D9}";

    private static Task Store(Shop shop, DeploymentStore store, int n)
    {
        var record = Samples.Ended(Id(n), shop.World.Time.GetUtcNow().AddSeconds(n), n is 11 or 7_777 ? DeploymentOutcome.Failed : DeploymentOutcome.Succeeded);
        return shop.World.Table.TransactAsync(store.Creation(new RunChange<Deployment>(null, record)));
    }

    private static async Task<IReadOnlyList<string>> AllAsync(Shop shop, ListDeploymentsInput asked)
    {
        var all = new List<string>();
        do
        {
            var page = await shop.ListAsync(asked);
            page.Deployments!.Count.ShouldBeLessThanOrEqualTo(100);
            all.AddRange(page.Deployments);
            asked = asked with { NextToken = page.NextToken };
        }
        while (asked.NextToken is not null);
        return all;
    }
}
