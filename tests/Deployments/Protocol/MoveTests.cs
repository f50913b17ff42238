using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A strategy's steps as things to do.</summary>
public sealed class MoveTests
{
    [Fact]
    public void Steps_are_shares_that_are_watched_or_paused_at_and_the_last_is_all_traffic()
    {
        var plan = Midway.Planned().Plan with { Steps = [new TrafficStep(10, 60), new TrafficStep(12.5m, 0) { Pause = true }] };

        Move.Shifts(plan, TrafficSplit.All("1"), "2", TrafficSplit.All("2")).ShouldBe(
        [
            new Move(MoveKind.Shift, "10 %", TrafficSplit.Split("1", "2", 10), 60, null),
            new Move(MoveKind.Shift, "12.5 %", TrafficSplit.Split("1", "2", 12.5m), 180_000, null) { Wait = WaitKind.Pause },
            new Move(MoveKind.Shift, "100 %", TrafficSplit.All("2"), 0, null),
        ]);
    }

    [Theory]
    [InlineData(0, WaitKind.Bake)]
    [InlineData(1, WaitKind.FinalBake)]
    public void All_traffic_is_watched_if_that_is_asked_for(int seconds, WaitKind wait)
    {
        var plan = Midway.Planned().Plan with { Alarms = Midway.Planned().Plan.Alarms with { FinalBakeSeconds = seconds } };

        var last = Move.Last(plan, MoveKind.Create, "all", TrafficSplit.All("2"));

        (last.Kind, last.What, last.Traffic, last.WaitSeconds, last.Wait).ShouldBe((MoveKind.Create, "all", TrafficSplit.All("2"), seconds, wait));
    }

    [Fact]
    public void An_event_has_its_own_hooks_only()
    {
        var plan = Midway.Planned().Plan with { Hooks = [new HookPlan("Before", "a", 60), new HookPlan("After", "b", 60)] };

        Move.Hooks(plan, "After").ShouldBe([new Move(MoveKind.Hook, "After", null, 0, plan.Hooks[1])]);
    }
}
