using System.Text.Json.Nodes;
using Sluice.Local.Cloud.Metrics;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Cloud.Metrics;

public sealed class GetMetricDataTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_period_with_data_has_a_value_and_the_newest_comes_first()
    {
        await using var cloud = await StartedAsync();
        await PutAsync(cloud, -4, 10);
        await PutAsync(cloud, -4, 30);
        await PutAsync(cloud, -1, 7);

        var result = Single(await GetAsync(cloud, [Stat("m1", "Sum", 1)]));

        ((string?)result["Id"]).ShouldBe("m1");
        ((string?)result["Label"]).ShouldBe("Latency");
        ((string?)result["StatusCode"]).ShouldBe("Complete");
        Times(result).ShouldBe(["2026-01-01T11:59:59.000Z", "2026-01-01T11:59:56.000Z"]);
        Values(result).ShouldBe([7, 40]);
    }

    [Theory]
    [InlineData("SampleCount", 100)]
    [InlineData("Average", 50.5)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 100)]
    [InlineData("p50", 50)]
    [InlineData("p99", 99)]
    [InlineData("p99.9", 100)]
    [InlineData("p100", 100)]
    [InlineData("p0", 1)]
    [InlineData("TC(10:)", 90)]
    [InlineData("TC(:10)", 10)]
    [InlineData("TC(10:20.5)", 10)]
    public async Task Statistics_are_of_all_values_of_the_period(string statistic, double expected)
    {
        await using var cloud = await StartedAsync();
        for (var value = 1; value <= 100; value++)
        {
            await PutAsync(cloud, -50 + (value / 4), value);
        }

        var result = Single(await GetAsync(cloud, [Stat("m1", statistic, 60)], "TimestampAscending"));

        Values(result).ShouldBe([expected]);
        Times(result).ShouldBe(["2026-01-01T11:59:00.000Z"]);
    }

    [Fact]
    public async Task A_percentile_keeps_three_digits_and_counts_repeated_values()
    {
        await using var cloud = await StartedAsync();
        await cloud.CallAsync("cloudwatch:putMetricData", new
        {
            Namespace = "Shop",
            MetricData = new[] { new { MetricName = "Latency", Timestamp = Noon.AddSeconds(-3), Values = new[] { 12345.0, 0.0012344 }, Counts = new[] { 99.0, 1.0 } } },
        });

        Values(Single(await GetAsync(cloud, [Stat("m1", "p50", 60)]))).ShouldBe([12300]);
        Values(Single(await GetAsync(cloud, [Stat("m1", "p1", 60)]))).ShouldBe([0.00123]);
        Values(Single(await GetAsync(cloud, [Stat("m1", "SampleCount", 60)]))).ShouldBe([100]);
    }

    [Fact]
    public async Task Of_statistics_without_their_values_there_is_no_percentile()
    {
        await using var cloud = await StartedAsync();
        await cloud.CallAsync("cloudwatch:putMetricData", new
        {
            Namespace = "Shop",
            MetricData = new[] { new { MetricName = "Latency", Timestamp = Noon.AddSeconds(-3), StatisticValues = new { SampleCount = 2, Sum = 3, Minimum = 1, Maximum = 2 } } },
        });

        Values(Single(await GetAsync(cloud, [Stat("m1", "p50", 60)]))).ShouldBeEmpty();
        Values(Single(await GetAsync(cloud, [Stat("m1", "Sum", 60)]))).ShouldBe([3]);
    }

    [Fact]
    public async Task Expressions_are_computed_at_each_time_and_only_what_is_to_return_is_returned()
    {
        await using var cloud = await StartedAsync();
        await PutAsync(cloud, -2, 10);
        await PutAsync(cloud, -1, 20);

        var answer = await GetAsync(
            cloud,
            [
                Stat("m1", "Sum", 1, returnData: false),
                new JsonObject { ["Id"] = "half", ["Expression"] = "m1 / 2", ["Label"] = "half of it" },
                new JsonObject { ["Id"] = "quarter", ["Expression"] = "half / 2" },
            ],
            "TimestampAscending");

        answer["MetricDataResults"]!.AsArray().Select(result => (string?)result!["Label"]).ShouldBe(["half of it", "quarter"]);
        Values(answer["MetricDataResults"]![0]!).ShouldBe([5, 10]);
        Values(answer["MetricDataResults"]![1]!).ShouldBe([2.5, 5]);
    }

    [Fact]
    public async Task A_chain_of_499_expressions_is_computed()
    {
        await using var cloud = await StartedAsync();
        await PutAsync(cloud, -2, 10);
        var queries = new JsonArray(Stat("e0", "Sum", 60, returnData: false));
        for (var number = 1; number < 500; number++)
        {
            queries.Add(new JsonObject { ["Id"] = $"e{number}", ["Expression"] = $"{string.Join('+', Enumerable.Repeat("0", 400))} + e{number - 1} + 1", ["ReturnData"] = number == 499 });
        }

        Values(Single(await GetAsync(cloud, queries))).ShouldBe([509]);
    }

    [Fact]
    public async Task Numbers_that_are_none_are_missing()
    {
        await using var cloud = await StartedAsync();
        cloud.Services.Metrics.Record(MetricKey.Of("Shop", "Latency"), new StatisticSet(0, double.MaxValue, 0, 0), Noon.AddSeconds(-2));
        cloud.Services.Metrics.Record(MetricKey.Of("Shop", "Latency"), StatisticSet.Of(double.MaxValue), Noon.AddSeconds(-2));

        Values(Single(await GetAsync(cloud, [Stat("m1", "Sum", 60)]))).ShouldBeEmpty();
        Values(Single(await GetAsync(cloud, [Stat("m1", "Average", 60)]))).ShouldBeEmpty();
        Values(Single(await GetAsync(cloud, [Stat("m1", "Maximum", 60)]))).ShouldBe([double.MaxValue]);
    }

    [Fact]
    public async Task A_start_in_another_year_costs_nothing()
    {
        await using var cloud = await StartedAsync();
        await PutAsync(cloud, -2, 10);
        var query = new { MetricDataQueries = new JsonArray(Stat("m1", "Sum", 1)), StartTime = "1970-01-01T00:00:00Z", EndTime = "9999-01-01T00:00:00Z" };

        Values(Single(await cloud.CallAsync("cloudwatch:getMetricData", query))).ShouldBe([10]);
    }

    [Fact]
    public async Task Times_may_be_numbers_and_the_end_is_not_part_of_the_time()
    {
        await using var cloud = await StartedAsync();
        await PutAsync(cloud, -3, 1);
        await PutAsync(cloud, -2, 2);
        await PutAsync(cloud, -1, 4);
        var now = Noon.ToUnixTimeSeconds();

        var answer = await cloud.CallAsync("cloudwatch:getMetricData", new { MetricDataQueries = new JsonArray(Stat("m1", "Sum", 1)), StartTime = now - 3, EndTime = now - 1 });

        Values(Single(answer)).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData("Sum", 7, "Period is 7")]
    [InlineData("tm90", 60, "tm90")]
    [InlineData("p101", 60, "p101")]
    public async Task What_is_not_computed_is_refused_by_name(string statistic, int period, string named)
    {
        await using var cloud = await StartedAsync();

        var refusal = await Should.ThrowAsync<TaskFailedException>(() => GetAsync(cloud, [Stat("m1", statistic, period)]));

        refusal.Error.ShouldBe("CloudWatch.CloudWatchException");
        refusal.Cause.ShouldContain(named);
    }

    [Fact]
    public async Task An_end_before_the_start_and_metrics_of_different_periods_in_one_expression_are_refused()
    {
        await using var cloud = await StartedAsync();
        var mixed = new JsonObject { ["Id"] = "sum", ["Expression"] = "m1 + m2" };

        (await Should.ThrowAsync<TaskFailedException>(() => GetAsync(cloud, [Stat("m1", "Sum", 1), Stat("m2", "Sum", 5), mixed]))).Cause.ShouldContain("one Period");
        (await Should.ThrowAsync<TaskFailedException>(() => cloud.CallAsync(
            "cloudwatch:getMetricData", new { MetricDataQueries = new JsonArray(Stat("m1", "Sum", 1)), StartTime = Noon, EndTime = Noon }))).Cause.ShouldContain("StartTime");
    }

    private static async Task<CloudUnderTest> StartedAsync()
    {
        var cloud = new CloudUnderTest { Time = new VirtualTime(Noon) };
        await cloud.StartAsync();
        return cloud;
    }

    private static Task PutAsync(CloudUnderTest cloud, int second, double value) => cloud.CallAsync(
        "cloudwatch:putMetricData", new { Namespace = "Shop", MetricData = new[] { new { MetricName = "Latency", Timestamp = Noon.AddSeconds(second), Value = value } } });

    private static Task<JsonNode> GetAsync(CloudUnderTest cloud, JsonArray queries, string? scanBy = null) => cloud.CallAsync(
        "cloudwatch:getMetricData",
        new { MetricDataQueries = queries, StartTime = Noon.AddMinutes(-2), EndTime = Noon, ScanBy = scanBy ?? "TimestampDescending" });

    private static JsonObject Stat(string id, string statistic, int period, bool returnData = true) => new()
    {
        ["Id"] = id,
        ["MetricStat"] = new JsonObject { ["Metric"] = new JsonObject { ["Namespace"] = "Shop", ["MetricName"] = "Latency" }, ["Period"] = period, ["Stat"] = statistic },
        ["ReturnData"] = returnData,
    };

    private static JsonNode Single(JsonNode answer) => answer["MetricDataResults"]!.AsArray().ShouldHaveSingleItem()!;

    private static IEnumerable<double> Values(JsonNode result) => result["Values"]!.AsArray().Select(value => (double)value!);

    private static IEnumerable<string?> Times(JsonNode result) => result["Timestamps"]!.AsArray().Select(value => (string?)value);
}
