using Sluice.Deployments.Protocol.Hooks;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Hooks;

/// <summary>A report is taken once, of the hook that runs, while it lasts.</summary>
public sealed class HookReportTests
{
    private const string Id = "00112233445566778899aabbccddeeff";
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(HookStatus.Succeeded)]
    [InlineData(HookStatus.Failed)]
    public void The_first_report_is_taken_and_a_failure_stops_the_deployment(HookStatus status)
    {
        var decision = HookReport.Decide(Going(), Id, status, _now);

        decision.Throw.ShouldBeNull();
        decision.Record.Hook!.Report.ShouldBe(status);
        (decision.Record.Stop?.Message).ShouldBe(status == HookStatus.Failed ? "hook hook (BeforeAllowTraffic) reported Failed" : null);
        (decision.Record.Stop is null).ShouldBe(status == HookStatus.Succeeded);
        decision.Answer.ShouldBeTrue("it was taken");
        decision.Events.Select(told => told.DetailType).ShouldBe(status == HookStatus.Failed ? [DeploymentEvents.StopRecorded] : []);
    }

    [Fact]
    public void An_id_that_was_not_given_out_is_refused() => Unknown(Going(), "ffeeddccbbaa99887766554433221100");

    [Fact]
    public void A_deployment_that_ran_no_hook_knows_no_id() => Unknown(Going() with { Hook = null });

    // Its machine's wait ends it. A clock that was set forward meanwhile does not.
    [Fact]
    public void An_id_is_good_as_long_as_its_hook_is_waited_for_whatever_the_clock_says() =>
        HookReport.Decide(Going(hook => hook with { ExpiresAt = _now.AddHours(-1) }), Id, HookStatus.Succeeded, _now).Throw.ShouldBeNull();

    [Fact]
    public void An_id_of_an_earlier_step_is_refused() => Unknown(Going() with { Step = 3 });

    [Theory]
    [InlineData(HookStatus.Succeeded)]
    [InlineData(HookStatus.Failed)]
    public void A_second_report_is_refused_whatever_it_says(HookStatus first) =>
        Completed(Going(hook => hook with { Report = first })).ShouldBe($"The hook has reported {first} already.");

    [Fact]
    public void A_report_after_a_stop_is_refused() =>
        Completed(Going() with { Stop = new Stop(StopCause.Request, "stopped by a request", _now) }).ShouldBe("stopped by a request");

    [Fact]
    public void A_report_after_the_end_is_refused() =>
        Completed(Going() with { Outcome = DeploymentOutcome.Succeeded }).ShouldBe("Deployment d-000000001 has ended: Succeeded.");

    [Fact]
    public void What_guesses_an_id_learns_nothing_of_the_deployment() =>
        Refused(Going() with { Outcome = DeploymentOutcome.Succeeded }, "guessed").ShouldBeOfType<InvalidLifecycleEventHookExecutionIdException>();

    private static void Unknown(Deployment record, string id = Id) =>
        Refused(record, id).ShouldBeOfType<InvalidLifecycleEventHookExecutionIdException>().Message.ShouldBe("The hook execution id is not of a hook that this deployment runs now.");

    private static string Completed(Deployment record) => Refused(record, Id).ShouldBeOfType<LifecycleEventAlreadyCompletedException>().Message;

    private static Exception? Refused(Deployment record, string id)
    {
        var decision = HookReport.Decide(record, id, HookStatus.Succeeded, _now);
        decision.Record.ShouldBe(record, "a refused report changes nothing");
        return decision.Throw;
    }

    private static Deployment Going(Func<HookRun, HookRun>? change = null)
    {
        var hook = new HookRun(2, "BeforeAllowTraffic", "hook", 3600, HookId.Hash(Id), 0, _now.AddSeconds(1), null);
        return Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded) with { Outcome = null, Status = DeploymentStatus.InProgress, Step = 2, Attempt = 1, Hook = change?.Invoke(hook) ?? hook };
    }
}
