using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>The way back has shares that fall, each of them watched for its time.</summary>
public sealed class ReturnStepTests
{
    private static readonly PlanRollbackInput _input = new("d-000000001", null, 2);

    [Theory]
    [InlineData(50, 25.0)]
    [InlineData(30, 25.0)]
    [InlineData(25, 10.0)]
    [InlineData(10, null)]
    [InlineData(5, null)]
    public void The_next_share_is_the_first_below_what_is_there_and_below_the_last_there_is_none(int share, double? next) =>
        ((double?)ReturnSteps.Next(Returning().Plan, Returning().Shift!, TrafficSplit.Split("1", "2", share))?.Percent).ShouldBe(next);

    [Fact]
    public void A_share_that_the_version_had_before_is_not_gone_below()
    {
        var shift = Returning().Shift! with { Snapshot = TrafficSplit.Split("1", "2", 10) };

        ReturnSteps.Next(Returning().Plan, shift, TrafficSplit.Split("1", "2", 50))!.Percent.ShouldBe(25);
        ReturnSteps.Next(Returning().Plan, shift, TrafficSplit.Split("1", "2", 25)).ShouldBeNull();
        ReturnSteps.Next(Returning().Plan, shift with { Snapshot = TrafficSplit.All("2") }, TrafficSplit.Split("1", "2", 50)).ShouldBeNull();
    }

    [Fact]
    public void A_share_is_intended_before_it_is_set()
    {
        var intended = ReturnStep.Intend(Returning(), TrafficSplit.Split("1", "2", 50)).ShouldNotBeNull();

        intended.Intent.ShouldBe(new TrafficIntent(1, TrafficSplit.Split("1", "2", 25), TrafficSplit.Split("1", "2", 50), 0) { ReturnBakeSeconds = 30 });
        intended.Known.ShouldBeNull();
        ReturnStep.Intend(Returning(), TrafficSplit.Split("1", "2", 10)).ShouldBeNull();
    }

    [Fact]
    public void Tries_are_counted_for_each_share()
    {
        ReturnStep.Count(Intended(), Intended(), _input).Tries.ShouldBe(2);
        ReturnStep.Count(Returning(), Intended(), _input).Tries.ShouldBe(0);
    }

    [Theory]
    [InlineData(25, null, null, true)]
    [InlineData(25, null, 30, true)]
    [InlineData(50, null, null, false)]
    [InlineData(25, 1, null, true)]
    [InlineData(25, 0, null, false)]
    [InlineData(25, -1, null, false)]
    [InlineData(25, 1, 30, false)]
    public void It_is_watched_until_the_machine_has_waited_or_the_time_is_over(int share, int? left, int? waited, bool watched)
    {
        var record = Intended(left);

        ReturnStep.IsWatched(record, _input with { WaitSeconds = waited }, TrafficSplit.Split("1", "2", share), Midway.Now).ShouldBe(watched);
    }

    [Fact]
    public void What_is_no_step_back_is_not_watched() => ReturnStep.IsWatched(Returning(), _input, Returning().Intent!.Traffic, Midway.Now).ShouldBeFalse();

    [Theory]
    [InlineData(null, 30, 1)]
    [InlineData(12, 12, 0)]
    [InlineData(90, 30, 0)]
    [InlineData(30, 30, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(-9, 1, 0)]
    public void A_watch_is_told_once_and_never_longer_than_it_is(int? left, int seconds, int events)
    {
        var decision = ReturnStep.Watch(Intended(left), _input, Midway.Now);

        (decision.Answer.Next, decision.Answer.WaitSeconds, decision.Answer.Tries).ShouldBe((Branch.Wait, seconds, 1));
        decision.Events.Select(told => told.DetailType).ShouldBe(Enumerable.Repeat(DeploymentEvents.TrafficShifted, events));
        decision.Record.Intent!.ReturnUntil.ShouldBe(Midway.Now.AddSeconds(left is { } earlier && earlier < 30 ? earlier : 30));
        decision.Record.LeaseUntil.ShouldBeGreaterThan(Midway.Now.AddSeconds(seconds));
    }

    private static Deployment Returning() => Midway.Watched() with
    {
        Plan = Midway.Planned().Plan with { Rollback = RollbackPolicy.Always with { Steps = [new TrafficStep(25, 30), new TrafficStep(10, 30)] } },
        Stop = new Stop(StopCause.Alarm, "the alarm fired", Midway.Now),
    };

    private static Deployment Intended(int? left = null)
    {
        var intended = ReturnStep.Intend(Returning(), TrafficSplit.Split("1", "2", 50))!;
        return intended with { Intent = intended.Intent! with { ReturnUntil = left is null ? null : Midway.Now.AddSeconds(left.Value) } };
    }
}
