using Sluice.Deployments.Model.Alarms;
using Sluice.Local.Commands.Releases;

namespace Sluice.Local.Tests.Commands;

/// <summary>Who chose that nothing will be known of the new version is told before it is released.</summary>
public sealed class ReleaseNotesTests
{
    private static readonly DeploymentChoices _choices = DeploymentChoices.Default;

    [Fact]
    public void Who_must_send_the_requests_is_told_so() =>
        ReleaseNotes.Of(_choices, rate: 0).ShouldHaveSingleItem().ShouldContain("a step needs 5 to the new version from you");

    [Fact]
    public void Nothing_is_said_where_requests_are_sent_or_none_are_needed()
    {
        ReleaseNotes.Of(_choices, rate: 1).ShouldBeEmpty();
        ReleaseNotes.Of(_choices with { Alarm = null }, rate: 0).ShouldBeEmpty();
        ReleaseNotes.Of(_choices with { TooFew = TooFewRequests.Continue }, rate: 0).ShouldBeEmpty();
    }

    [Fact]
    public void All_traffic_at_once_is_not_watched() =>
        ReleaseNotes.Of(_choices with { Strategy = "AllAtOnce", IsStrategyChosen = true }, rate: 20).ShouldHaveSingleItem().ShouldContain("the new version is not watched");
}
