using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Whoever asks for the next step has done the current one, or asks again for what it was answered.</summary>
public sealed class StepDecisionTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1, "step 0, wait 1")]
    [InlineData(3, 1, "step 3, wait 1")]
    [InlineData(2, 5, "step 2, wait 5")]
    public void A_step_that_is_not_current_is_refused(int step, int attempt, string called) =>
        Refused(Going(), step, attempt, 0).ShouldBe($"Deployment d-000000001 is at step 2, wait 1, and was called for {called}.");

    [Fact]
    public void An_older_delivery_gets_no_hook_id_that_a_newer_one_has_already()
    {
        var hook = new HookRun(2, "BeforeAllowTraffic", "hook", 60, HookId.Hash("id"), 3, _now.AddMinutes(1), null);

        Refused(Going() with { Hook = hook }, 1, 1, 2).ShouldBe("Deployment d-000000001 is at delivery 3, and was called for delivery 2.");
    }

    [Theory]
    [InlineData(1, "step 1, wait 1")]
    [InlineData(2, null)]
    [InlineData(3, null)]
    [InlineData(4, "step 1, wait 4")]
    public void Only_the_current_wait_ends_a_step_and_the_one_before_is_told_again(int attempt, string? called)
    {
        var record = Midway.Watched() with { Attempt = 3, Parked = new ParkedWait(WaitKind.Bake, 1, 3, 0, "token") };

        var refusal = Decided(record, new NextStepState(record.DeploymentId, 1, attempt, Midway.Quiet, null)).Throw;

        (refusal?.Message).ShouldBe(called is null ? null : $"Deployment d-000000001 is at step 1, wait 3, and was called for {called}.");
    }

    [Fact]
    public void The_wait_before_does_not_end_the_step()
    {
        var record = Midway.Watched() with { Attempt = 2, Parked = new ParkedWait(WaitKind.Bake, 1, 2, 0, "token") };

        var decision = Decided(record, new NextStepState(record.DeploymentId, 1, 1, Midway.Quiet, null));

        (decision.Record, decision.Answer.Next, decision.Answer.Attempt).ShouldBe((record, Branch.ReadBack, 2));
    }

    [Fact]
    public void Each_step_knows_what_the_traffic_was_before_it()
    {
        var first = Decided(Midway.Planned(), new NextStepState("d-000000001", 0, 0, Midway.Quiet, null)).Record.Intent.ShouldNotBeNull();
        (first.Before, first.Traffic).ShouldBe((TrafficSplit.All("1"), TrafficSplit.Split("1", "2", 10)));

        var second = Decided(Midway.Watched(), new NextStepState("d-000000001", 1, 1, Midway.Quiet, null)).Record.Intent.ShouldNotBeNull();
        (second.Before, second.Traffic).ShouldBe((TrafficSplit.Split("1", "2", 10), TrafficSplit.Split("1", "2", 50)));
    }

    [Fact]
    public void An_alarm_ends_a_step() =>
        Decided(Midway.Watched(), new NextStepState("d-000000001", 1, 1, Midway.Alarms("ALARM"), null)).Record.Stop.ShouldNotBeNull().Message.ShouldBe("alarm 'errors' is in ALARM (2 > 1)");

    [Fact]
    public void Without_alarms_they_are_read_first() =>
        Decided(Midway.Watched(), new NextStepState("d-000000001", 1, 1, null, null)).Answer.Next.ShouldBe(Branch.ReadAlarms);

    [Theory]
    [InlineData("ALARM")]
    [InlineData(null)]
    public void What_is_committed_goes_on_whatever_the_alarms_say(string? state)
    {
        var decision = Decided(Midway.Watched() with { IsCommitted = true }, new NextStepState("d-000000001", 1, 1, state is null ? null : Midway.Alarms(state), null));

        (decision.Throw, decision.Record.Stop, decision.Record.Step, decision.Answer.Next).ShouldBe((null, null, 2, Branch.Shift));
    }

    private static Decision<Deployment, ShiftState> Decided(Deployment record, NextStepState state) => StepDecision.Decide(new LambdaPlatform(), StepsAnExecution.InAws, record, new NextStepInput(state, 0), "secret", _now);

    private static string Refused(Deployment record, int step, int attempt, int retryCount) => StepDecision
        .Decide(new LambdaPlatform(), StepsAnExecution.InAws, record, new NextStepInput(new NextStepState(record.DeploymentId, step, attempt, null, null), retryCount), "secret", _now)
        .Throw.ShouldBeOfType<StepOutOfOrderException>().Message;

    private static Deployment Going() =>
        Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded) with { Outcome = null, Status = DeploymentStatus.InProgress, Step = 2, Attempt = 1 };
}
