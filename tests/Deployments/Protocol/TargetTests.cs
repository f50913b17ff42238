using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class TargetTests
{
    [Fact]
    public void A_second_deployment_of_an_alias_fails_while_the_first_has_not_ended()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");

        world.Time.Run(async () =>
        {
            var release = new Release();
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.DelayAsync(2);
            var other = new Release { Code = "other code" };
            await world.StartAsync(other.Manifest(world.Objects), other.Configuration());
            await world.CompleteAsync();
        });

        world.Executions[1].Path.ShouldBe(["ClaimTarget", "PlanRollback", "WhatToRestore", "Ended"]);
        ((string?)world.Machines.Actions["action-2"].Single()!["message"]).ShouldNotBeNull().ShouldContain("is moving the traffic of fn:live");
        ((string?)world.Machines.Actions["action-1"].Single()!["outcome"]).ShouldBe("Succeeded");
        world.Alias().ShouldBe("2");
    }

    [Fact]
    public void A_fix_ships_right_after_a_rollback()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");

        world.Time.Run(async () =>
        {
            var bad = new Release { Code = "bad", ErrorAlarm = "5%" };
            await world.StartAsync(bad.Manifest(world.Objects), bad.Configuration());
            await world.DelayAsync(2);
            await world.AlarmAsync($"sluice-{world.DeploymentId}");
            await world.Executions[0].Completion;
            var good = new Release { Code = "good", ErrorAlarm = "5%" };
            await world.StartAsync(good.Manifest(world.Objects), good.Configuration());
            await world.CompleteAsync();
        });

        ((string?)world.Machines.Actions["action-1"].Single()!["outcome"]).ShouldBe("RolledBack");
        ((string?)world.Machines.Actions["action-2"].Single()!["outcome"]).ShouldBe("Succeeded");
        world.Alias().ShouldBe("3");
    }

    [Fact]
    public void Releasing_the_same_package_again_shifts_nothing()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");

        world.Time.Run(async () =>
        {
            var release = new Release { Strategy = null };
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
        });

        ((string?)world.Machines.Actions["action-2"].Single()!["message"]).ShouldNotBeNull().ShouldContain("nothing to shift");
    }

    [Fact]
    public void A_stop_that_comes_too_late_is_told_so()
    {
        using var world = Scenarios.All.Single(scenario => scenario.Name == "an update in progress is waited out").Run();

        world.Time.Run(() => Happenings.RefusedAsync<DeploymentAlreadyCompletedException>(world.StopAsync));
    }
}
