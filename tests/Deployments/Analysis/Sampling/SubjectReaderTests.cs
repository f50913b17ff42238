using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis.Sampling;

public sealed class SubjectReaderTests
{
    private const string Arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:";
    private const string Blue = $"{Arn}targetgroup/blue/1111111111111111";
    private const string Green = $"{Arn}targetgroup/green/2222222222222222";

    [Fact]
    public void An_aliass_versions_are_told_apart_by_their_number()
    {
        var subjects = SubjectReader.Read(Lambda(), TrafficSplit.Split("1", "2", 10));

        subjects.New.ShouldBe(new Dictionary<string, string> { ["FunctionName"] = "fn", ["Alias"] = "live", ["Version"] = "2" });
        subjects.Old!["Version"].ShouldBe("1");
    }

    [Fact]
    public void Without_traffic_there_is_no_old_version() => SubjectReader.Read(Lambda(), TrafficSplit.All("2")).Old.ShouldBeNull();

    [Fact]
    public void A_services_task_sets_are_told_apart_by_their_target_groups()
    {
        var subjects = SubjectReader.Read(Ecs(), TrafficSplit.Split(Blue, Green, 10));

        subjects.New.ShouldBe(new Dictionary<string, string>
        {
            ["ClusterName"] = "shop",
            ["ServiceName"] = "web",
            ["LoadBalancer"] = "app/lb/50dc6c495c0c9188",
            ["TargetGroup"] = "targetgroup/green/2222222222222222",
            ["TaskSetId"] = "ecs-svc/2",
        });
        (subjects.Old!["TargetGroup"], subjects.Old["TaskSetId"]).ShouldBe(("targetgroup/blue/1111111111111111", "ecs-svc/1"));
    }

    [Fact]
    public void A_target_group_that_is_named_without_traffic_is_nothing_to_compare_with() =>
        SubjectReader.Read(Ecs(), TrafficSplit.Split(Green, Blue, 0)).Old.ShouldBeNull();

    private static Deployment Lambda() => Record(
        Plan(new LambdaPlan("fn", "live", null, [])), new Shift("2", TrafficSplit.All("1"), [], null));

    private static Deployment Ecs() => Record(
        Plan(new EcsPlan(
            "shop", "web", new TaskSetPlan("web:2", "web", 80, null, null, null), ["blue", "green"],
            $"{Arn}listener/app/lb/50dc6c495c0c9188/f2f7dc8efc522ab2", null, new EcsWaits(null, true, 0, 60))),
        new Shift(Green, TrafficSplit.All(Blue), [], null)) with
    {
        Progress = new EcsProgress([Fact("ecs-svc/1", Blue), Fact("ecs-svc/2", Green)]),
    };

    private static TaskSetFact Fact(string id, string targetGroup) => new(id, $"arn:{id}", "Blue", "ACTIVE", 1, 0, 1, targetGroup, null);

    private static DeploymentPlan Plan(TargetPlan target) => new([], [], AlarmPolicy.Of(null), RollbackPolicy.Always) { Target = target };

    private static Deployment Record(DeploymentPlan plan, Shift shift) => new("d-1", null, plan, DateTimeOffset.UnixEpoch) { Shift = shift };
}
