using Sluice.Deployments.Hooks;
using Sluice.Deployments.Machine;
using Sluice.Deployments.Records;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Machine;

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

    private static string Refused(Deployment record, int step, int attempt, int retryCount) => StepDecision
        .Decide(record, new NextStepInput(new NextStepState(record.DeploymentId, step, attempt, null, null), retryCount), "secret", _now)
        .Throw.ShouldBeOfType<StepOutOfOrderException>().Message;

    private static Deployment Going() =>
        Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded) with { Outcome = null, Status = "InProgress", Step = 2, Attempt = 1 };
}
