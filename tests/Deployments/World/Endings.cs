using System.Text.Json.Nodes;
using Sluice.Deployments.Keys;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Runs;
using Sluice.Platform.Tables;

namespace Sluice.Deployments.Tests.World;

/// <summary>What is true of every deployment that has ended. It is looked at ten thousand times: an assertion that compiles an expression has no place here.</summary>
internal static class Endings
{
    public static void ShouldHaveEnded(this DeploymentWorld world, DeploymentOutcome outcome, string says = "")
    {
        var record = world.Time.Run(world.RecordAsync);
        record.Outcome.ShouldBe(outcome, record.Message);
        record.Message.ShouldNotBeNull().ShouldContain(says);
        world.Machines.Actions.ShouldHaveSingleItem().Value.Where(answer => (string?)answer!["outcome"] != outcome.ToString()).ShouldBeEmpty();
        world.LeavesNothing(record);
        world.TellsItOnce(record);
        world.HasTrafficAsItShould(record);
    }

    private static void LeavesNothing(this DeploymentWorld world, Deployment record) => world.Time.Run(async () =>
    {
        foreach (var alarm in record.Shift?.AlarmNames ?? [])
        {
            (await world.Table.QueryAsync(new Query(DeploymentKeys.Alarm(alarm)))).Items.ShouldBeEmpty();
        }

        Claims.Read(await world.Table.GetAsync(TargetClaim.KeyOf(record))).ShouldBeNull();
        (await world.Table.QueryAsync(new Query(DeploymentKeys.Active) { OnIndex = true })).Items.ShouldBeEmpty();
    });

    private static void TellsItOnce(this DeploymentWorld world, Deployment record)
    {
        world.TellsTheEndOf(record, DeploymentEvents.StateChange).Where(detail => detail["instanceId"] is not null).ShouldBeEmpty();
        var instance = record.Plan.Target is EcsPlan ecs ? $"{ecs.ClusterName}:{ecs.ServiceName}" : ((LambdaPlan)record.Plan.Target).FunctionName;
        world.TellsTheEndOf(record, DeploymentEvents.InstanceStateChange).Where(detail => (string)detail["instanceId"]! != instance).ShouldBeEmpty();
        world.Events.Count(item => (string)item["detailType"]! == DeploymentEvents.LeftDirty).ShouldBe(record.Outcome == DeploymentOutcome.Dirty ? 1 : 0);
        world.Events.Select(item => (string)item["id"]!).ShouldBeUnique();
    }

    /// <summary>One of CodeDeploy's two events tells the start at most once, and the end once and by its cause.</summary>
    private static List<JsonNode> TellsTheEndOf(this DeploymentWorld world, Deployment record, string type)
    {
        var told = world.Events.Where(item => (string)item["detailType"]! == type).Select(item => item["detail"]!).ToList();
        told.Select(detail => $"{detail["deploymentId"]} {detail["application"]} {detail["deploymentGroup"]}").Distinct().ShouldHaveSingleItem().ShouldBe($"{record.DeploymentId} shop Production");
        told.Count(detail => (string)detail["state"]! == "START").ShouldBeLessThanOrEqualTo(1);
        var end = told.Where(detail => (string)detail["state"]! is not ("START" or "READY")).ShouldHaveSingleItem();
        $"{end["state"]} {end["outcome"]}: {end["message"]}".ShouldBe($"{End(record)} {record.Outcome}: {record.Message}");
        return told;
    }

    private static string End(Deployment record) => (record.Outcome, record.Stop?.Cause) switch
    {
        (DeploymentOutcome.Succeeded, _) => "SUCCESS",
        (_, StopCause.Alarm or StopCause.Request or StopCause.NotContinued) => "STOP",
        _ => "FAILURE",
    };

    private static void HasTrafficAsItShould(this DeploymentWorld world, Deployment record)
    {
        if (record.Plan.Target is EcsPlan)
        {
            world.HasTaskSetsAsItShould(record);
            return;
        }

        switch (record.Outcome)
        {
            case DeploymentOutcome.Succeeded when record.Shift is { } shift:
                world.Alias().ShouldBe(shift.Target);
                break;
            case DeploymentOutcome.Failed:
                world.Lambda.Changes.Where(change => change.StartsWith("fn:live", StringComparison.Ordinal)).ShouldBeEmpty();
                break;
            case DeploymentOutcome.RolledBack when record.Shift!.Snapshot is null:
                world.Alias().ShouldBeNull();
                break;
            case DeploymentOutcome.RolledBack:
                new FakeAlias(record.Shift.Snapshot.Main, record.Shift.Snapshot.Weights.ToDictionary(), "").ToString().ShouldBe(world.Alias());
                break;
            default:
                break;
        }
    }

    private static void HasTaskSetsAsItShould(this DeploymentWorld world, Deployment record)
    {
        switch (record.Outcome)
        {
            case DeploymentOutcome.Succeeded:
                world.Balancer.Weights(FakeLoadBalancer.Production).ShouldBe("blue 0 green 1");
                world.Ecs.Sets.ShouldContain("1 PRIMARY");
                break;
            case DeploymentOutcome.Failed when record.Shift is null:
                world.Balancer.Changes.ShouldBeEmpty();
                world.Ecs.Created.ShouldBeEmpty();
                break;
            case DeploymentOutcome.Failed or DeploymentOutcome.RolledBack:
                world.Balancer.Weights(FakeLoadBalancer.Production).ShouldBe("blue 1");
                world.Balancer.Weights(FakeLoadBalancer.Test).ShouldBe("blue 1");
                world.Ecs.Sets.ShouldBe(((EcsShift)record.Shift!).OriginalTaskSet is null ? "" : "original PRIMARY");
                break;
            default:
                break;
        }

        world.Ecs.Created.Count.ShouldBeLessThanOrEqualTo(1);
    }
}
