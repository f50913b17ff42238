using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>What an alias cannot divide its traffic between is refused before anything is changed.</summary>
public sealed class ShiftPlanningTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly VersionConfiguration _target = new("2", "Active", null, "role", null);

    [Theory]
    [InlineData("Failed", null, "version 2 of fn cannot start: Lambda gives no reason")]
    [InlineData("Pending", "image is pulled", "version 2 of fn is not ready after 100 looks: image is pulled")]
    [InlineData("Pending", null, "version 2 of fn is not ready after 100 looks: it is pending")]
    public void A_version_that_does_not_become_ready(string state, string? reason, string says) =>
        Refuses(_target with { State = state, StateReason = reason }, Alias("1"), says);

    [Fact]
    public void A_version_that_is_not_published() => Refuses(_target with { Version = "$LATEST" }, Alias("1"), "'$LATEST' is no published version, so an alias cannot divide traffic to it");

    [Fact]
    public void An_alias_at_what_is_not_published() => Refuses(_target, Alias("$LATEST"), "fn:live is at $LATEST, which cannot share an alias; point it at a published version");

    [Fact]
    public void A_current_version_without_an_alias() =>
        Refuses(_target, null, "the appspec's CurrentVersion is 1, but there is no alias 'live' of fn; leave it out of a first deployment", currentVersion: "1");

    [Fact]
    public void An_alias_that_is_elsewhere_than_the_appspec_says() =>
        Refuses(_target, Alias("3"), "the appspec's CurrentVersion is 1, but fn:live is at version 3", currentVersion: "1");

    private static AliasAnswer Alias(string version) => new(version, "revision", null, null);

    private static void Refuses(VersionConfiguration target, AliasAnswer? alias, string says, string? currentVersion = null)
    {
        var ended = Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded);
        var record = ended with { Outcome = null, Status = DeploymentStatus.InProgress, Plan = ended.Plan with { Target = (LambdaPlan)ended.Plan.Target with { CurrentVersion = currentVersion } } };

        var decision = ShiftPlanning.Decide(record, new PlanShiftInput(record.DeploymentId, ["2"], 0, 100, target, alias, null), _now);

        decision.Throw.ShouldBeOfType<StopRecordedException>().Message.ShouldBe(says);
        (decision.Record.Stop!.Cause, decision.Record.Shift).ShouldBe((StopCause.Failure, null));
    }
}
