using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A machine that turns back has stopped the deployment, if nobody has: that is told once, with what follows.</summary>
public sealed class RollbackDecisionTests
{
    [Fact]
    public void A_stop_that_asks_for_no_rollback_is_obeyed()
    {
        var decision = Decided(Midway.Watched() with { Stop = new Stop(StopCause.Request, "enough", Midway.Now) { Rollback = false } }, null);

        decision.Record.Message.ShouldNotBeNull().ShouldStartWith("fn:live is left as it is, as the stop asked for: it was last set to");
    }

    [Fact]
    public void Without_a_cause_that_is_said() => Decided(Midway.Planned(), null).Record.Message.ShouldBe("no traffic was moved: its machine turned back without a cause");

    [Fact]
    public void A_message_that_ends_like_a_sentence_gets_no_second_point()
    {
        var stopped = Midway.Watched() with { Stop = new Stop(StopCause.Alarm, "the alarm fired", Midway.Now) };

        RollbackDecision.Dirty(stopped, "it is gone.", Midway.Now).Record.Message.ShouldBe("it is gone. The deployment was stopped because: the alarm fired");
        RollbackDecision.Dirty(stopped, "it is gone", Midway.Now).Record.Message.ShouldBe("it is gone. The deployment was stopped because: the alarm fired");
        RollbackDecision.Dirty(stopped, "the alarm fired, and it is gone", Midway.Now).Record.Message.ShouldBe("the alarm fired, and it is gone");
    }

    private static readonly CaughtError _failure = new("Lambda.ServiceException", "no answer");

    [Fact]
    public void A_failure_stops_it_and_that_is_told()
    {
        var decision = Decided(Midway.Watched(), _failure);

        decision.Events.Select(one => one.DetailType).ShouldBe([DeploymentEvents.StopRecorded]);
        (decision.Record.Stop!.Cause, decision.Record.Stop.Message, decision.Record.Stop.Error).ShouldBe((StopCause.Failure, "no answer (Lambda.ServiceException)", "Lambda.ServiceException"));
        (decision.Answer.Next, $"{decision.Answer.Own!["functionVersion"]}", decision.Answer.Tries).ShouldBe((Branch.Restore, "1", 1));
    }

    [Fact]
    public void A_stop_that_is_there_stays_and_was_told()
    {
        var stop = new Stop(StopCause.Alarm, "the alarm fired", Midway.Now);

        var decision = Decided(Midway.Watched() with { Stop = stop }, _failure);

        (decision.Record.Stop, decision.Events.Count).ShouldBe((stop, 0));
    }

    [Fact]
    public void What_never_meant_to_move_traffic_has_failed()
    {
        var decision = Decided(Midway.Planned(), _failure);

        (decision.Record.Outcome, decision.Record.Message).ShouldBe((DeploymentOutcome.Failed, "no traffic was moved: no answer (Lambda.ServiceException)"));
        decision.Events.Select(one => one.DetailType).ShouldBe([DeploymentEvents.StopRecorded, DeploymentEvents.StateChange, DeploymentEvents.InstanceStateChange]);
    }

    [Fact]
    public void What_is_to_be_left_is_left_and_said()
    {
        var record = Midway.Watched() with { Plan = Midway.Planned().Plan with { Rollback = new RollbackPolicy(OnFailure: false, OnAlarm: true, OnRequest: true) } };

        var decision = Decided(record, _failure);

        decision.Record.Outcome.ShouldBe(DeploymentOutcome.Dirty);
        decision.Record.Message.ShouldNotBeNull().ShouldStartWith("fn:live is left as it is, since the configuration wants no rollback for this cause: it was last set to 90 % to version 1, 10 % to version 2");
    }

    [Fact]
    public void One_that_has_ended_is_told_again()
    {
        var ended = Decided(Midway.Planned(), _failure).Record;

        var decision = Decided(ended, null);

        (decision.Record, decision.Answer.Outcome, decision.Events.Count).ShouldBe((ended, DeploymentOutcome.Failed, 0));
    }

    private static Decision<Deployment, ShiftState> Decided(Deployment record, CaughtError? failure) =>
        RollbackDecision.Decide(new LambdaPlatform(), record, new PlanRollbackInput(record.DeploymentId, failure, 0), Midway.Now);
}
