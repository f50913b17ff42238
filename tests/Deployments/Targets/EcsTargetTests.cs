using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Targets;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Targets;

public sealed class EcsTargetTests
{
    [Fact]
    public void After_a_rollback_the_original_is_the_primary_task_set_again_and_the_replacement_is_gone()
    {
        using var world = new DeploymentWorld();

        var (before, after) = world.Time.Run(async () =>
        {
            await world.StartAsync(new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) });
            await world.DelayAsync(100);
            var waits = await SetsAsync(world);
            await world.StopAsync();
            await world.CompleteAsync();
            return (waits, await SetsAsync(world));
        });

        before.ShouldBe("Blue ACTIVE 2 of 2, 0 %; Green PRIMARY 2 of 2, 100 %");
        after.ShouldBe("Blue PRIMARY 2 of 2, 100 %; Green DRAINING 0 of 0, 0 %");
    }

    [Fact]
    public void After_a_stop_before_any_traffic_the_replacement_is_gone()
    {
        using var world = new DeploymentWorld();
        world.Ecs.Starts = TimeSpan.FromSeconds(100);

        var after = world.Time.Run(async () =>
        {
            await world.StartAsync(new EcsRelease());
            await world.DelayAsync(5);
            await world.StopAsync();
            await world.CompleteAsync();
            return await SetsAsync(world);
        });

        after.ShouldBe("Blue PRIMARY 2 of 2, 100 %; Green DRAINING 0 of 0, 0 %");
    }

    private static async Task<string> SetsAsync(DeploymentWorld world) => string.Join("; ", world.Get<TargetDescription>().Of(await world.RecordAsync())
        .EcsTarget!.TaskSetsInfo!.Select(set => FormattableString.Invariant($"{set.TaskSetLabel} {set.Status} {set.RunningCount} of {set.DesiredCount}, {set.TrafficWeight:0.#} %")));
}
