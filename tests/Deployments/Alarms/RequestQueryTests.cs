using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Alarms;

/// <summary>Which requests of a step are counted.</summary>
public sealed class RequestQueryTests
{
    private static readonly DateTimeOffset _began = new(2026, 1, 2, 3, 4, 5, 600, TimeSpan.Zero);

    [Fact]
    public void On_one_machine_those_since_the_second_in_which_it_began()
    {
        var query = Of(period: 1, after: TimeSpan.FromSeconds(5));
        ((string?)query["StartTime"]).ShouldBe("2026-01-02T03:04:05Z");
        ((string?)query["EndTime"]).ShouldBe("2026-01-02T03:04:11Z");
        Periods(query).ShouldBe([1, 1]);
    }

    [Fact]
    public void In_the_cloud_those_of_whole_minutes_since_so_that_none_of_before_are_among_them()
    {
        var query = Of(period: 60, after: TimeSpan.FromMinutes(10));
        ((string?)query["StartTime"]).ShouldBe("2026-01-02T03:05:00Z");
        Periods(query).ShouldBe([60, 60]);
    }

    [Theory]
    [InlineData(1, 3600, 10)]
    [InlineData(1, 20_000, 60)]
    [InlineData(300, 600, 60)]
    [InlineData(60, 172_800, 360)]
    public void A_long_step_is_counted_in_longer_periods(int period, int seconds, int counted) => Periods(Of(period, TimeSpan.FromSeconds(seconds))).ShouldBe([counted, counted]);

    [Fact]
    public void Of_an_alias_that_divides_nothing_any_more_all_are_counted() =>
        RequestQuery.Of(Lambda(60), version: null, _began, _began.AddMinutes(5))["MetricDataQueries"]![0]!["MetricStat"]!["Metric"]!["Dimensions"]!.AsArray()
            .Select(dimension => (string?)dimension!["Name"]).ShouldBe(["FunctionName", "Resource"]);

    private static JsonObject Of(int period, TimeSpan after) => RequestQuery.Of(Lambda(period), "2", _began, _began + after);

    private static IEnumerable<int> Periods(JsonObject query) => query["MetricDataQueries"]!.AsArray().Select(one => (int)one!["MetricStat"]!["Period"]!);

    private static LambdaPlan Lambda(int period) => new("fn", "live", null, []) { ErrorAlarm = new ErrorAlarm(5, period) };
}
