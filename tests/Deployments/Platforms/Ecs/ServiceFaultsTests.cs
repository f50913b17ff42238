using System.Text.Json.Nodes;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>All that a service must be, to be deployed to.</summary>
public sealed class ServiceFaultsTests
{
    private static readonly string _blue = FakeLoadBalancer.Group("blue");
    private static readonly string _green = FakeLoadBalancer.Group("green");

    private static readonly ServiceAnswer _service = new(
        "ACTIVE", 2, "FARGATE", new DeploymentController("EXTERNAL"),
        [new TaskSetAnswer("arn/original", "original", null, "PRIMARY") { LoadBalancers = [new TaskSetLoadBalancer(_blue)] }]);

    [Fact]
    public void A_service_that_is_as_it_must_be_has_no_faults() => Faults().ShouldBeEmpty();

    [Fact]
    public void A_service_that_is_not_there() => Faults(service: null).ShouldBe(["cluster 'shop' has no active service 'web'"]);

    [Fact]
    public void A_service_that_is_ending() => Faults(_service with { Status = "DRAINING" }).ShouldBe(["cluster 'shop' has no active service 'web'"]);

    [Theory]
    [InlineData(null, "ECS")]
    [InlineData("CODE_DEPLOY", "CODE_DEPLOY")]
    public void A_service_of_another_controller(string? type, string shown) =>
        Faults(_service with { DeploymentController = new DeploymentController(type) }).ShouldBe([$"its deployment controller is {shown}; expected EXTERNAL, which is set when a service is created"]);

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var left = new TaskSetAnswer("arn/left", "left", null, "ACTIVE");
        Faults(_service with { DesiredCount = 0, TaskSets = [.. _service.TaskSets!, left] }, production: []).ShouldBe([
            "its desired count is 0, so nothing would answer",
            "it has task sets beside its primary one (arn/left); end them first (DeleteTaskSet, by force if they have tasks)",
            $"the production listener {FakeLoadBalancer.Production} has 0 default actions; expected one that forwards",
        ]);
    }

    [Fact]
    public void A_target_group_that_is_not_there() => Faults(groups: ["blue"]).ShouldBe(["there is no target group 'green'"]);

    [Fact]
    public void One_target_group_twice() => Faults(named: ["blue", "blue"]).ShouldBe(["2 target groups are named; expected two different ones"]);

    [Fact]
    public void A_task_set_in_another_target_group_than_the_live_one() =>
        Faults(production: FakeLoadBalancer.Forward((_green, 1))).ShouldBe(["the listener sends all to target group green, but the primary task set is in blue"]);

    [Fact]
    public void A_listener_that_is_not_there() =>
        Faults(hasProduction: false).ShouldBe([$"there is no production listener {FakeLoadBalancer.Production}"]);

    [Fact]
    public void A_test_listener_that_is_not_there() =>
        Faults(test: "arn:gone").ShouldBe(["there is no test listener arn:gone"]);

    [Fact]
    public void On_one_machine_a_service_that_is_CodeDeploy_s_is_ours_and_one_that_is_ECS_s_is_not()
    {
        Faults(_service with { DeploymentController = new DeploymentController("CODE_DEPLOY") }, controllers: EcsControllers.OfMachine).ShouldBeEmpty();
        Faults(_service with { DeploymentController = null }, controllers: EcsControllers.OfMachine)
            .ShouldBe(["its deployment controller is ECS; expected EXTERNAL or CODE_DEPLOY, which is set when a service is created"]);
    }

    [Fact]
    public void A_test_listener_that_is_production_s() =>
        Faults(test: FakeLoadBalancer.Production).ShouldBe(["the test listener is the production listener; expected another one"]);

    [Fact]
    public void A_listener_that_divides_its_traffic() =>
        Faults(production: FakeLoadBalancer.Forward((_blue, 1), (_green, 1))).ShouldBe(
            [$"the production listener {FakeLoadBalancer.Production} divides its traffic, so which target group is live cannot be told; give one of them all of it"]);

    [Fact]
    public void A_listener_that_sends_elsewhere() =>
        Faults(production: FakeLoadBalancer.Forward((FakeLoadBalancer.Group("red"), 1))).ShouldBe(
            [$"the production listener {FakeLoadBalancer.Production} sends to target group red, which is not one of the two"]);

    private static IReadOnlyList<string> Faults(
        ServiceAnswer? service, string[]? groups = null, string[]? named = null, JsonArray? production = null, bool hasProduction = true, string? test = null,
        EcsControllers? controllers = null)
    {
        var plan = ((EcsPlan)new EcsRelease().Plan().Target) with { TargetGroups = named ?? ["blue", "green"], TestListener = test };
        ListenerAnswer listener = new(FakeLoadBalancer.Production, production ?? FakeLoadBalancer.Forward((_blue, 1)));
        var input = new PlanReplacementInput(
            "d-000000001",
            new ServicesAnswer(service is null ? [] : [service]),
            new TargetGroupsAnswer([.. (groups ?? ["blue", "green"]).Select(name => new TargetGroupAnswer(FakeLoadBalancer.Group(name), name))]),
            new ListenersAnswer(hasProduction ? [listener] : []));
        return ServiceFaults.Of(plan, ServiceFound.Of(plan, input), controllers ?? EcsControllers.OfAccount);
    }

    private static IReadOnlyList<string> Faults(
        string[]? groups = null, string[]? named = null, JsonArray? production = null, bool hasProduction = true, string? test = null) =>
        Faults(_service, groups, named, production, hasProduction, test);
}
