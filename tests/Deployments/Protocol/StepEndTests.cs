using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A move that is looked at again and again ends by its deadline, also if no look ever came to a judgement.</summary>
public sealed class StepEndTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Move _install = new(MoveKind.Install, "Install", null, 0, null) { DeadlineSeconds = 60 };
    private static readonly StepAnswer _ecs = new(new EcsPlatform());
    private static readonly StepAnswer _lambda = new(new LambdaPlatform());
    private static readonly Move _bake = new(MoveKind.Shift, "10 %", TrafficSplit.Split("1", "2", 10), 60, null);

    [Fact]
    public void What_could_never_be_judged_fails()
    {
        // 961 s of waits, which are counted: more than the time to be steady in and the slack.
        var decision = StepEnd.Unfinished(_ecs, Going(attempt: 37), _install, null, _now).ShouldNotBeNull();

        decision.Throw.ShouldBeOfType<StopRecordedException>().Message.ShouldBe("Install could not be judged within 60 s");
        decision.Record.Stop!.Cause.ShouldBe(StopCause.Failure);
    }

    [Fact]
    public void Until_then_it_is_looked_at_again()
    {
        var decision = StepEnd.Unfinished(_ecs, Going(attempt: 36), _install, null, _now).ShouldNotBeNull();

        (decision.Throw, decision.Record.Attempt, decision.Answer.Next).ShouldBe((null, 37, Branch.Look));
    }

    [Fact]
    public void What_was_never_begun_is_begun_again()
    {
        var decision = StepEnd.Unfinished(_ecs, Going(attempt: 2) with { Parked = null }, _install, null, _now).ShouldNotBeNull();

        (decision.Record.Attempt, decision.Answer.Next).ShouldBe((3, Branch.Install));
    }

    [Theory]
    [InlineData(WaitKind.Ready, "nobody continued the deployment within 7200 s")]
    [InlineData(WaitKind.Pause, "the pause at 10 % was not ended by ContinueDeployment within 2 hours")]
    public void A_wait_for_someone_that_nobody_ended_stops_it(WaitKind kind, string why)
    {
        var record = Midway.Watched() with { Parked = new ParkedWait(kind, 1, 1, 0, "token") };

        StepEnd.Unfinished(_lambda, record, _bake with { WaitSeconds = 7200, Wait = kind }, null, _now).ShouldNotBeNull().Record.Stop!.Message.ShouldBe(why);
        StepEnd.Unfinished(_lambda, record with { Continued = new Continuation(1, 1, _now) }, _bake with { WaitSeconds = 7200, Wait = kind }, null, _now).ShouldBeNull();
    }

    [Fact]
    public void What_was_reached_is_done() => StepEnd.Unfinished(_ecs, Going(attempt: 1) with { Reached = 2 }, _install, null, _now).ShouldBeNull();

    [Fact]
    public void What_is_committed_has_no_time_to_be_steady_in()
    {
        var decision = StepEnd.Unfinished(_ecs, Going(attempt: 37) with { IsCommitted = true }, _install, null, _now).ShouldNotBeNull();

        (decision.Throw, decision.Record.Stop, decision.Record.Attempt).ShouldBe((null, null, 38));
    }

    [Fact]
    public void A_step_is_over_when_its_own_wait_was_parked() => StepEnd.Unfinished(_lambda, Midway.Watched(), _bake, null, _now).ShouldBeNull();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public void A_wait_of_another_step_or_an_earlier_one_does_not_count(int step, int attempt)
    {
        var record = Midway.Watched() with { Attempt = 2, Parked = new ParkedWait(WaitKind.Bake, step, attempt, 0, "token") };

        var decision = StepEnd.Unfinished(_lambda, record, _bake, null, _now).ShouldNotBeNull();

        (decision.Throw, decision.Record.Attempt, decision.Answer.Next).ShouldBe((null, 3, Branch.ReadBack));
    }

    [Fact]
    public void What_could_not_be_parked_three_times_fails()
    {
        var decision = StepEnd.Unfinished(_lambda, Midway.Begun() with { Attempt = 3 }, _bake, null, _now).ShouldNotBeNull();

        decision.Throw.ShouldBeOfType<StopRecordedException>().Message.ShouldBe("the bake at 10 % could not be begun in 3 tries");
    }

    private static Deployment Going(int attempt) => new("d-000000001", null, new EcsRelease().Plan(), _now)
    {
        Status = DeploymentStatus.InProgress,
        Step = 2,
        Attempt = attempt,
        Parked = new ParkedWait(WaitKind.SteadyState, 2, attempt, 0, "token"),
        Shift = new EcsShift("green", [], new ListenerSnapshot("arn:listener", TrafficSplit.All("blue"), []), null, null, []),
    };
}
