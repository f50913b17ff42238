using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Claiming;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A deployment begins once, and only if its target is nobody else's.</summary>
public sealed class ClaimTargetTests
{
    private static readonly FoundClaim _free = new(null, false);
    private static readonly Deployment _created = Midway.Planned() with { Status = DeploymentStatus.Created, Shift = null };

    [Fact]
    public void It_begins_and_that_is_told()
    {
        var decision = ClaimTarget.Decide(_created, _free, Midway.Now);

        (decision.Record.Status, decision.Record.StartTime, decision.Answer.Next).ShouldBe((DeploymentStatus.InProgress, Midway.Now, Branch.Publish));
        decision.Events.Select(told => told.DetailType).ShouldContain(DeploymentEvents.StateChange);
        decision.Also.ShouldHaveSingleItem().Refusal.ShouldNotBeNull().Message.ShouldContain("fn:live");
    }

    [Fact]
    public void Begun_again_it_keeps_its_time_and_tells_nothing()
    {
        var began = Midway.Now.AddMinutes(-1);

        var decision = ClaimTarget.Decide(_created with { StartTime = began }, _free, Midway.Now);

        (decision.Record.StartTime, decision.Events.Count, decision.Answer.Next).ShouldBe((began, 0, Branch.Publish));
    }

    [Fact]
    public void A_later_execution_has_nothing_to_prepare() =>
        ClaimTarget.Decide(Midway.Watched() with { Execution = 2 }, _free, Midway.Now).Answer.Next.ShouldBe(Branch.ReadAlarms);

    [Fact]
    public void What_is_stopped_or_over_does_not_begin()
    {
        var stopped = _created with { Stop = new Stop(StopCause.Request, "enough", Midway.Now) };

        ClaimTarget.Decide(stopped, _free, Midway.Now).Throw.ShouldBeOfType<StopRecordedException>();
        ClaimTarget.Decide(_created with { Outcome = DeploymentOutcome.Failed }, _free, Midway.Now).Throw.ShouldBeOfType<DeploymentAlreadyCompletedException>();
    }
}
