using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Recovery;

public sealed class SweepTests
{
    [Fact]
    public void A_deployment_whose_execution_vanished_is_rolled_back_when_its_time_is_over()
    {
        using var world = new DeploymentWorld { DeliversExecutionEnds = false };
        world.Lambda.Add("fn");

        world.Time.Run(async () =>
        {
            var release = new Release();
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.DelayAsync(2);
            await world.AbortAsync();
            await world.InvokeAsync("SweepDeployments", null);
            world.Executions.Count.ShouldBe(1, "it is not late yet");
            await world.SweepAsync(times: 5);
            await world.InvokeAsync("SweepDeployments", null);
            await world.CompleteAsync();
        });

        world.Executions.Count.ShouldBe(2);
        world.Executions[1].Name.ShouldBe($"{world.DeploymentId}-recover");
        world.ShouldHaveEnded(DeploymentOutcome.RolledBack, "has done nothing since");
        world.Alias().ShouldBe("1");
    }

    [Fact]
    public void Executions_that_fail_again_and_again_end_in_Dirty()
    {
        using var world = new DeploymentWorld();
        var moments = new Moments(world.Cloud);
        world.Lambda.Add("fn");
        moments.Fail("PlanRollback", "Boom");
        moments.Fail("MarkDirty", "Boom");

        world.Time.Run(async () =>
        {
            var release = new Release();
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.DelayAsync(2);
            await world.StopAsync();
            await world.CompleteAsync();
        });

        world.Executions.Select(execution => execution.Name[world.DeploymentId.Length..]).ShouldBe(["-1", "-recover", "-recover-2", "-recover-3", "-recover-4", "-recover-5"]);
        world.ShouldHaveEnded(DeploymentOutcome.Dirty, "5 executions could not do it");
    }
}
