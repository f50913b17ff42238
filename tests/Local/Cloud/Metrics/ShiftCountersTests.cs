using Sluice.Local.Cloud.Metrics;

namespace Sluice.Local.Tests.Cloud.Metrics;

public sealed class ShiftCountersTests
{
    private readonly ShiftCounters _counters = new();

    [Fact]
    public void Says_the_share_of_all_failed_requests_from_the_fifth_on()
    {
        Count("r1", 4, failed: 1).ShouldBeNull();
        Count("r1", 1, failed: 0).ShouldBe(20);
        Count("r1", 5, failed: 0).ShouldBe(10);
    }

    [Fact]
    public void Begins_anew_when_the_traffic_is_divided_anew()
    {
        Count("r1", 100, failed: 0).ShouldBe(0);
        Count("r2", 4, failed: 4).ShouldBeNull();
        Count("r2", 1, failed: 1).ShouldBe(100);
    }

    [Fact]
    public void An_answer_that_comes_late_counts_for_the_division_that_routed_it()
    {
        Count("r1", 5, failed: 5).ShouldBe(100);
        Count("r2", 5, failed: 0).ShouldBe(0);
        Count("r1", 1, failed: 0)!.Value.ShouldBe(83.3, 0.1);
        Count("r2", 1, failed: 0).ShouldBe(0);
    }

    [Fact]
    public void Each_version_is_counted_by_itself()
    {
        Count("r1", 5, failed: 5).ShouldBe(100);
        Count("r1", 5, failed: 0, version: "1").ShouldBe(0);
    }

    [Fact]
    public void Old_divisions_are_forgotten()
    {
        foreach (var revision in Enumerable.Range(0, 100))
        {
            Count($"r{revision}", 5, failed: 0).ShouldBe(0);
        }

        Count("r0", 4, failed: 4).ShouldBeNull();
    }

    private double? Count(string revision, int requests, int failed, string version = "2") => Enumerable
        .Range(0, requests)
        .Select(n => _counters.Count("fn", "live", version, revision, n < failed))
        .ToList()[^1];
}
