using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol.Returning;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>Whatever the machine could not do, the deployment ends and says what the traffic should be.</summary>
public sealed class MarkDirtyTests
{
    [Fact]
    public void What_is_committed_has_succeeded_and_says_what_is_left() =>
        MarkDirty.Decide(Midway.Watched() with { IsCommitted = true }, new CaughtError("ECS.Busy", "not now"), Midway.Now).Record.Message
            .ShouldBe("fn:live sends all traffic to version 2, but the original could not be ended: not now (ECS.Busy)");

    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public void Traffic_that_could_not_be_restored_is_dirty()
    {
        var intent = new TrafficIntent(1, TrafficSplit.Split("1", "2", 10), TrafficSplit.All("1"), 0);
        var ended = MarkDirty.Decide(Going() with { Intent = intent }, new CaughtError("Lambda.ServiceException", "no answer"), _now).Record;

        (ended.Outcome, ended.Status).ShouldBe((DeploymentOutcome.Dirty, DeploymentStatus.Failed));
        ended.Message.ShouldNotBeNull().ShouldStartWith("the traffic of fn:live could not be restored: no answer (Lambda.ServiceException). It should be 100 % to version 1.");
    }

    [Fact]
    public void What_stopped_it_and_could_not_be_restored_is_said_once()
    {
        var intent = new TrafficIntent(1, TrafficSplit.Split("1", "2", 10), TrafficSplit.All("1"), 0);

        MarkDirty.Decide(Going() with { Intent = intent }, new CaughtError("Lambda.ServiceException", "no answer"), _now).Record.Message.ShouldBe(
            "the traffic of fn:live could not be restored: no answer (Lambda.ServiceException). It should be 100 % to version 1.");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(null, " ")]
    public void An_error_without_words_is_an_unknown_one(string? error, string? cause)
    {
        var ended = MarkDirty.Decide(Going(), new CaughtError(error, cause), _now).Record;

        (ended.Outcome, ended.Message).ShouldBe((DeploymentOutcome.Failed, "no traffic was moved: an unknown error"));
    }

    [Fact]
    public void No_error_at_all_is_an_unknown_one_too() => MarkDirty.Decide(Going(), null, _now).Record.Message.ShouldBe("no traffic was moved: an unknown error");

    [Fact]
    public void One_that_has_ended_stays_as_it_is()
    {
        var ended = Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded);

        MarkDirty.Decide(ended, null, _now).Record.ShouldBe(ended);
    }

    private static Deployment Going() => Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded) with
    {
        Outcome = null,
        Status = DeploymentStatus.InProgress,
        CompleteTime = null,
        Shift = new Shift("2", TrafficSplit.All("1"), [], null),
    };
}
