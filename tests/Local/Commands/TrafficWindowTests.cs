using Sluice.Local.Commands.Releases;
using Sluice.Local.Commands.Tallies;

namespace Sluice.Local.Tests.Commands;

public sealed class TrafficWindowTests
{
    [Fact]
    public void Takes_the_error_rate_of_the_new_version_for_all_requests()
    {
        var tally = new RequestTally();
        Answer(tally, "1", requests: 50, failed: 1);
        var before = tally.Versions;
        Answer(tally, "1", requests: 90, failed: 0);
        Answer(tally, "2", requests: 10, failed: 5);

        var window = TrafficWindow.Between(before, tally.Versions);

        window["1"].ShouldBe(new VersionTally(90, 0));
        TrafficWindow.FailedIfAllAtOnce(window, "2").ShouldBe(50);
        TrafficWindow.FailedIfAllAtOnce(window, "3").ShouldBe(0);
        TrafficWindow.FailedIfAllAtOnce(window, version: null).ShouldBe(0);
    }

    [Fact]
    public void Orders_versions_by_number()
    {
        var tally = new RequestTally();
        foreach (var version in (string[])["10", "none", "2"])
        {
            tally.Count(version, error: null);
        }

        tally.Versions.Keys.ShouldBe(["2", "10", "none"]);
    }

    private static void Answer(RequestTally tally, string version, int requests, int failed)
    {
        for (var i = 0; i < requests; i++)
        {
            tally.Count(version, i < failed ? "Boom" : null);
        }
    }
}
