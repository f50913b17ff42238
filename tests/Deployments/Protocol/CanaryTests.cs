using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

public sealed class CanaryTests
{
    [Fact]
    public void A_canary_of_three_steps_takes_39_states()
    {
        using var world = new DeploymentWorld();
        world.Lambda.Add("fn");
        var release = new Release { ErrorAlarm = "5%" };

        world.Time.Run(async () =>
        {
            await world.StartAsync(release.Manifest(world.Objects), release.Configuration());
            await world.CompleteAsync();
        });

        world.Executions.ShouldHaveSingleItem().Path.ShouldBe(
        [
            "ClaimTarget", "WhatClaimSays", "PublishFunctions", "IsPackaged", "UpdateCode", "ReadVersion", "ReadTraffic", "ReadCurrentVersion", "PlanShift", "WhatPlanSays", "PutAlarm",
            "ReadAlarms", "NextStep", "WhatNext", "SetWeight", "Bake",
            "ReadAlarms", "NextStep", "WhatNext", "ReadMetrics", "ReadAlarms", "NextStep", "WhatNext", "SetWeight", "Bake",
            "ReadAlarms", "NextStep", "WhatNext", "ReadMetrics", "ReadAlarms", "NextStep", "WhatNext", "SetWeight", "Bake",
            "ReadAlarms", "NextStep", "WhatNext", "DeleteAlarm", "Ended",
        ]);
        world.Lambda.Changes.ShouldBe(["fn:live 1 2:10%", "fn:live 1 2:50%", "fn:live 2"]);
        world.CloudWatch.Metric.ShouldBeEmpty();
        var answer = world.Machines.Actions["action-1"].ShouldHaveSingleItem()!;
        ((string?)answer["status"]).ShouldBe("Succeeded");
        ((string?)answer["outcome"]).ShouldBe("Succeeded");
    }
}
