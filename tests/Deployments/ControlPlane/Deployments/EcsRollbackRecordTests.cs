using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.Platforms.Ecs;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

public sealed class EcsRollbackRecordTests
{
    private static readonly DeploymentRequest _request =
        new("application-id", "shop", "web-id", "web", ComputePlatform.ECS, "CodeDeployDefault.ECSAllAtOnce", null, DeploymentRequest.User);

    [Fact]
    public void The_rollback_to_an_original_is_a_deployment()
    {
        var (ended, rollback) = Rolled("a stop in the bake gives the traffic back and ends the replacement");

        rollback!.After.DeploymentId.ShouldBe(ended.RollbackInfo!.RollbackDeploymentId);
        rollback.After.Outcome.ShouldBe(DeploymentOutcome.Succeeded);
    }

    [Fact]
    public void A_first_deployment_has_nothing_to_roll_back_to_and_says_so()
    {
        var (ended, rollback) = Rolled("a first task set is removed by a stop in the bake");

        rollback.ShouldBeNull();
        ended.RollbackInfo!.RollbackMessage.ShouldBe("There was nothing to roll back to: this was the first deployment, so shop/web is as it was, without a task set.");
    }

    [Fact]
    public void A_first_deployment_that_cannot_be_removed_says_so()
    {
        var (ended, rollback) = Rolled("a first task set is removed by a stop in the bake", record => record with { Outcome = DeploymentOutcome.Dirty, Message = "access denied" });

        rollback.ShouldBeNull();
        ended.RollbackInfo!.RollbackMessage.ShouldBe("There was nothing to roll back to: this was the first deployment. What it made is still there: access denied");
    }

    [Fact]
    public void Traffic_that_was_never_moved_was_not_left_where_it_is()
    {
        var (ended, rollback) = Rolled("a stop before any traffic is moved leaves nothing, whatever is configured");

        rollback.ShouldBeNull();
        ended.RollbackInfo!.RollbackMessage.ShouldBe("There was nothing to roll back: no traffic was moved.");
    }

    private static (Deployment Ended, RunChange<Deployment>? Rollback) Rolled(string scenario, Func<Deployment, Deployment>? change = null)
    {
        using var world = EcsScenarios.All.Single(one => one.Name == scenario).Run();
        var record = world.Time.Run(world.RecordAsync) with { Request = _request };
        return RollbackRecord.Of(change is null ? record : change(record), world.Time.GetUtcNow());
    }
}
