using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class LongDeploymentTests
{
    [Fact]
    public void A_thousand_steps_end_at_exactly_all_traffic()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        var release = new Release { Strategy = "Equal.1000@1s" };

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
        });

        world.ShouldHaveEnded(DeploymentOutcome.Succeeded);
        world.Alias().ShouldBe("2");
        world.Executions.Select(execution => execution.Name[world.DeploymentId.Length..]).ShouldBe(["-1", "-2", "-3", "-4", "-5"]);
        world.Executions[0].Path.Count(state => state == "SetWeight").ShouldBe(200);
        world.Executions.ShouldAllBe(execution => execution.History.Count < 20_000);
        var changes = world.Lambda.Changes.Where(change => change.StartsWith("fn:live", StringComparison.Ordinal)).ToList();
        changes.Count.ShouldBe(1000);
        changes.Distinct().Count().ShouldBe(1000);
        changes[0].ShouldBe("fn:live 1 2:0.1%");
        changes[^1].ShouldBe("fn:live 2");
    }
}
