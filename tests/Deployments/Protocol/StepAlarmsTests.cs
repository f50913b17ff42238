using Sluice.Deployments.Alarms;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Alarms turn a step back; those without data are waited for, if that is asked for, three times.</summary>
public sealed class StepAlarmsTests
{
    private static readonly StepAnswer _answer = new(new LambdaPlatform());
    private static readonly Move _bake = new(MoveKind.Shift, "10 %", TrafficSplit.Split("1", "2", 10), 90, null);
    private static readonly AlarmsAnswer _silent = Midway.Alarms("INSUFFICIENT_DATA");

    [Fact]
    public void They_are_watched_while_there_are_some_and_traffic_can_go_back()
    {
        StepAlarms.AreWatched(Midway.Watched()).ShouldBeTrue();
        StepAlarms.AreWatched(Midway.Watched() with { IsCommitted = true }).ShouldBeFalse();
        StepAlarms.AreWatched(Midway.Watched() with { Shift = Midway.Watched().Shift! with { AlarmNames = [] } }).ShouldBeFalse();
        StepAlarms.AreWatched(Midway.Watched() with { Shift = null }).ShouldBeFalse();
    }

    [Fact]
    public void An_alarm_stops_it_and_who_asked_over_the_API_is_told_a_way_before_traffic_is_moved()
    {
        var request = new DeploymentRequest("a", "shop", "g", "group", ComputePlatform.Lambda, "all", null, DeploymentRequest.User);
        var before = Midway.Planned() with { Request = request };

        Message(before).ShouldEndWith("; overrideAlarmConfiguration deploys a fix nevertheless");
        Message(Midway.Watched() with { Request = request }).ShouldNotContain("overrideAlarmConfiguration");
        Message(Midway.Planned()).ShouldNotContain("overrideAlarmConfiguration");
        StepAlarms.Obstacle(before, Midway.Quiet, Midway.Now).ShouldBeNull();
    }

    [Fact]
    public void Alarms_that_cannot_be_read_are_a_failure_with_its_error()
    {
        var stop = StepAlarms.Obstacle(Midway.Watched(), new AlarmsAnswer(null, null) { Error = "CloudWatch.Throttled", Cause = "slow down" }, Midway.Now)!.Record.Stop!;

        (stop.Cause, stop.Error).ShouldBe((StopCause.Failure, "CloudWatch.Throttled"));
    }

    [Theory]
    [InlineData(MoveKind.Shift, WaitKind.Bake, 90, 90)]
    [InlineData(MoveKind.Shift, WaitKind.Bake, 5, 60)]
    [InlineData(MoveKind.Shift, WaitKind.Pause, 90, 60)]
    public void Silence_is_waited_for_as_long_as_the_step_took_and_for_a_minute_at_least(object kind, WaitKind wait, int step, int seconds)
    {
        var decision = StepAlarms.Silence(_answer, Waiting(), _bake with { Kind = (MoveKind)kind, Wait = wait, WaitSeconds = step }, _silent, Midway.Now).ShouldNotBeNull();

        (decision.Record.Extended, decision.Answer.Next).ShouldBe((new Extension(1, 2, 1, seconds), Branch.ReadBack));
    }

    [Theory]
    [InlineData(MoveKind.Create, true)]
    [InlineData(MoveKind.Hook, false)]
    [InlineData(MoveKind.Wait, false)]
    public void Only_steps_are_waited_on(object kind, bool waits) => (StepAlarms.Silence(_answer, Waiting(), _bake with { Kind = (MoveKind)kind }, _silent, Midway.Now) is not null).ShouldBe(waits);

    [Fact]
    public void Only_silence_is_waited_for_and_only_where_that_is_asked_for()
    {
        StepAlarms.Silence(_answer, Waiting(), _bake, Midway.Quiet, Midway.Now).ShouldBeNull();
        StepAlarms.Silence(_answer, Midway.Watched(), _bake, _silent, Midway.Now).ShouldBeNull();
    }

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 0, true)]
    [InlineData(4, 2, false)]
    [InlineData(5, 2, true)]
    public void After_three_waits_of_its_own_it_is_given_up(int count, int forRequests, bool stopped)
    {
        var record = Waiting() with { Extended = new Extension(1, 1, count, 90), Counted = new StepCount(1, 1, null, forRequests) };

        var stop = StepAlarms.Silence(_answer, record, _bake, _silent, Midway.Now)!.Record.Stop;

        (stop?.Message).ShouldBe(stopped ? "alarm 'errors' has no data at 10 %, and got none while that was waited for 3 times more" : null);
    }

    private static Deployment Waiting() => Midway.Watched() with
    {
        Plan = Midway.Planned().Plan with { Alarms = new AlarmPolicy(["errors"]) { InsufficientData = InsufficientData.Wait } },
    };

    private static string Message(Deployment record) => StepAlarms.Obstacle(record, Midway.Alarms("ALARM"), Midway.Now)!.Record.Stop!.Message;
}
