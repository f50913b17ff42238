using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>A listener that is not as the deployment left it is someone else's, and what it is now is said.</summary>
public sealed class ForeignListenerTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly string _blue = FakeLoadBalancer.Group("blue");
    private static readonly string _green = FakeLoadBalancer.Group("green");

    [Theory]
    [InlineData(null, "it is gone")]
    [InlineData("[{'Type':'redirect'}]", "it has the default action 'redirect'; expected 'forward'")]
    [InlineData("[]", "it has 0 default actions; expected one that forwards")]
    public void A_listener_that_forwards_no_more_is_told_of_and_left(string? actions, string state)
    {
        var found = Found(actions is null ? null : (JsonArray)JsonNode.Parse(actions.Replace('\'', '"'))!);
        var record = Going();

        EcsJudge.Foreign(record, found).ShouldBe(
            $"someone else changed listener {FakeLoadBalancer.Production} of shop/web: {state}, "
            + "and this deployment set it to 90 % to target group blue, 10 % to target group green. It is left as it is.");
        var decision = EcsRestore.Decide(record, Input(found, tries: 1), _now);
        decision.Record.Outcome.ShouldBe(DeploymentOutcome.Dirty);
        decision.Record.Message.ShouldNotBeNull().ShouldContain("So is the replacement task set.");
    }

    [Fact]
    public void A_cause_that_is_said_already_is_not_said_again()
    {
        var found = Found(null);
        var record = Going();
        var cause = EcsJudge.Foreign(record, found)!;
        record = record with { Stop = new Stop(StopCause.ForeignChange, cause, _now) };

        EcsRestore.Decide(record, Input(found, tries: 1), _now).Record.Message.ShouldBe($"{cause} So is the replacement task set.");
    }

    [Fact]
    public void A_cause_that_is_another_is_said_in_a_sentence_of_its_own()
    {
        var found = Found(FakeLoadBalancer.Forward((_blue, 900), (_green, 100)));
        var record = Going() with { Stop = new Stop(StopCause.Alarm, "alarm 'errors' is in ALARM", _now) };

        EcsRestore.Decide(record, Input(found, tries: 12), _now).Record.Message.ShouldBe(
            $"listener {FakeLoadBalancer.Production} could not be given back in 12 tries. The deployment was stopped because: alarm 'errors' is in ALARM");
    }

    [Fact]
    public void What_cannot_be_given_back_is_given_up_loudly()
    {
        var found = Found(FakeLoadBalancer.Forward((_blue, 900), (_green, 100)));

        EcsRestore.Decide(Going(), Input(found, tries: 11), _now).Record.Outcome.ShouldBeNull();
        var decision = EcsRestore.Decide(Going(), Input(found, tries: 12), _now);
        decision.Record.Outcome.ShouldBe(DeploymentOutcome.Dirty);
        decision.Record.Message.ShouldNotBeNull().ShouldContain($"listener {FakeLoadBalancer.Production} could not be given back in 12 tries");
    }

    [Fact]
    public void An_original_that_cannot_be_ended_does_not_undo_a_deployment_whose_traffic_has_moved()
    {
        TaskSetsAnswer sets = new([new TaskSetAnswer("arn/original", "original", null, "ACTIVE")]);
        var input = Input(Found(FakeLoadBalancer.Forward((_green, 1))), tries: 12, sets) with { Failure = new CaughtError("Ecs.EcsException", "not allowed") };

        var decision = EcsRestore.Decide(Going() with { IsCommitted = true }, input, _now);

        decision.Record.Outcome.ShouldBe(DeploymentOutcome.Succeeded);
        decision.Record.Message.ShouldNotBeNull().ShouldContain("but the original task set arn/original could not be ended: not allowed (Ecs.EcsException)");
    }

    private static ListenersAnswer Found(JsonArray? actions) => new(actions is null ? [] : [new ListenerAnswer(FakeLoadBalancer.Production, actions)]);

    private static PlanRollbackInput Input(ListenersAnswer found, int tries, TaskSetsAnswer? sets = null) =>
        new("d-000000001", null, tries) { Answers = MachineAnswers.Of(("restoredListeners", found), ("restoredTaskSets", sets ?? new TaskSetsAnswer([]))) };

    private static Deployment Going()
    {
        var before = TrafficSplit.All(_blue);
        var snapshot = new ListenerSnapshot(FakeLoadBalancer.Production, before, FakeLoadBalancer.Forward((_blue, 1)));
        return new Deployment("d-000000001", null, new EcsRelease().Plan(), _now)
        {
            Status = DeploymentStatus.InProgress,
            Step = 3,
            Attempt = 1,
            Stop = new Stop(StopCause.Request, "stopped by a request", _now),
            Shift = new EcsShift(_green, [], snapshot, null, "arn/original", []),
            Intent = new TrafficIntent(3, TrafficSplit.Split(_blue, _green, 10), TrafficSplit.Split(_blue, _green, 0), 0),
        };
    }
}
