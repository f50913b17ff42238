using System.Text.Json.Nodes;
using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis.Sampling;

public sealed class MetricDataRequestTests
{
    private static readonly AnalysisWindow _window = new(DateTimeOffset.UnixEpoch.AddHours(1), DateTimeOffset.UnixEpoch.AddHours(1).AddMinutes(5), 60);
    private static readonly MetricSubjects _both = new(Values("2"), Values("1"));

    [Fact]
    public void Reads_both_versions_in_one_call_of_CloudWatchs_shape()
    {
        var request = MetricDataRequest.Of(Plan("""{"Name": "Duration"}"""), _both, _window);

        JsonNode.DeepEquals(request, JsonNode.Parse("""
            {
              "MetricDataQueries": [
                {
                  "Id": "new0_value", "ReturnData": true,
                  "MetricStat": {
                    "Metric": {
                      "Namespace": "AWS/Lambda", "MetricName": "Duration",
                      "Dimensions": [{"Name": "FunctionName", "Value": "fn"}, {"Name": "Resource", "Value": "fn:live"}, {"Name": "ExecutedVersion", "Value": "2"}]
                    },
                    "Period": 60, "Stat": "p90"
                  }
                },
                {
                  "Id": "count_new0", "ReturnData": true,
                  "MetricStat": {
                    "Metric": {
                      "Namespace": "AWS/Lambda", "MetricName": "Duration",
                      "Dimensions": [{"Name": "FunctionName", "Value": "fn"}, {"Name": "Resource", "Value": "fn:live"}, {"Name": "ExecutedVersion", "Value": "2"}]
                    },
                    "Period": 60, "Stat": "SampleCount"
                  }
                },
                {
                  "Id": "old0_value", "ReturnData": true,
                  "MetricStat": {
                    "Metric": {
                      "Namespace": "AWS/Lambda", "MetricName": "Duration",
                      "Dimensions": [{"Name": "FunctionName", "Value": "fn"}, {"Name": "Resource", "Value": "fn:live"}, {"Name": "ExecutedVersion", "Value": "1"}]
                    },
                    "Period": 60, "Stat": "p90"
                  }
                },
                {
                  "Id": "count_old0", "ReturnData": true,
                  "MetricStat": {
                    "Metric": {
                      "Namespace": "AWS/Lambda", "MetricName": "Duration",
                      "Dimensions": [{"Name": "FunctionName", "Value": "fn"}, {"Name": "Resource", "Value": "fn:live"}, {"Name": "ExecutedVersion", "Value": "1"}]
                    },
                    "Period": 60, "Stat": "SampleCount"
                  }
                }
              ],
              "StartTime": "1970-01-01T01:00:00Z", "EndTime": "1970-01-01T01:05:00Z", "ScanBy": "TimestampAscending"
            }
            """)).ShouldBeTrue(request.ToJsonString());
    }

    [Fact]
    public void Reads_how_many_values_are_in_each_range_beside_the_rest()
    {
        var plan = Plan("""{"Name": "ErrorRate"}, {"Name": "Duration"}""");
        var cells = new Dictionary<int, IReadOnlyList<LevelCell>> { [1] = LevelCells.Of(200, plan.Metrics[1].Compare!) };

        var queries = (JsonArray)MetricDataRequest.Of(plan, _both, _window, cells)["MetricDataQueries"]!;

        queries.Select(query => ((string)query!["Id"]!, (string)query["MetricStat"]!["Stat"]!)).ShouldBe(
        [
            ("new0_value", "Sum"), ("new0_per0", "Sum"), ("old0_value", "Sum"), ("old0_per0", "Sum"),
            ("new1_value", "p90"), ("count_new1", "SampleCount"), ("cell0_new1", "TC(:200)"), ("cell1_new1", "TC(200:219.99999978)"), ("cell2_new1", "TC(219.99999978:)"),
            ("old1_value", "p90"), ("count_old1", "SampleCount"), ("cell0_old1", "TC(:200)"), ("cell1_old1", "TC(200:219.99999978)"), ("cell2_old1", "TC(219.99999978:)"),
        ]);
    }

    [Fact]
    public void What_is_behind_an_expression_or_a_sum_is_not_asked_for() => Ids(Plan("""
        {"Name": "a", "Compare": {}, "Query": {"Namespace": "a", "MetricName": "b", "Stat": "Sum", "Dimensions": {"Version": "${Version}"}}},
        {"Name": "b", "Compare": {}, "Queries": [{"Id": "q", "Expression": "SELECT MAX(b) FROM a WHERE Version = '${Version}'"}]}
        """)).ShouldBe(["new0_value", "old0_value", "new1_q", "old1_q"]);

    [Fact]
    public void A_metric_with_a_threshold_alone_is_read_for_the_new_version_alone() =>
        Ids(Plan("""{"Name": "x", "Query": {"Namespace": "a", "MetricName": "b", "Stat": "Sum"}, "Threshold": {"Max": 1}}""")).ShouldBe(["new0_value"]);

    [Fact]
    public void Without_an_old_version_only_what_has_a_threshold_is_read()
    {
        var plan = Plan("""{"Name": "Duration"}, {"Name": "ErrorRate", "Threshold": {"Max": 1}}""");

        var request = MetricDataRequest.Of(plan, _both with { Old = null }, _window);

        ((JsonArray)request["MetricDataQueries"]!).Select(query => (string)query!["Id"]!).ShouldBe(["new0_value", "new0_per0"]);
    }

    [Fact]
    public void Expressions_keep_their_meaning_though_their_ids_are_told_apart()
    {
        var plan = Plan("""
            {
              "Name": "share", "Threshold": {"Max": 1}, "Compare": {},
              "Queries": [
                {"Id": "e", "ReturnData": false, "MetricStat": {"Metric": {"Namespace": "a", "MetricName": "b", "Dimensions": [{"Name": "Version", "Value": "${Version}"}]}, "Stat": "Sum", "Unit": "Count"}},
                {"Id": "rate", "Expression": "IF(e > 1e3, e / PERIOD(e), FILL(SEARCH('{a,Version} e ${Version}', 'Sum'), 0))"}
              ]
            }
            """);

        var queries = (JsonArray)MetricDataRequest.Of(plan, _both, _window)["MetricDataQueries"]!;

        queries.Select(query => (string?)query!["Expression"]).OfType<string>().ShouldBe(
        [
            "IF(new0_e > 1e3, new0_e / PERIOD(new0_e), FILL(SEARCH('{a,Version} e 2', 'Sum'), 0))",
            "IF(old0_e > 1e3, old0_e / PERIOD(old0_e), FILL(SEARCH('{a,Version} e 1', 'Sum'), 0))",
        ]);
        queries.Select(query => (bool)query!["ReturnData"]!).ShouldBe([false, true, false, true]);
        ((string)queries[0]!["MetricStat"]!["Unit"]!).ShouldBe("Count");
    }

    [Fact]
    public void A_Metrics_Insights_query_gets_the_period()
    {
        var plan = Plan("""{"Name": "x", "Threshold": {"Max": 1}, "Queries": [{"Id": "q", "Expression": "SELECT MAX(b) FROM a WHERE Version = '${Version}'"}]}""");

        var query = ((JsonArray)MetricDataRequest.Of(plan, _both, _window)["MetricDataQueries"]!)[0]!;

        ((string)query["Expression"]!).ShouldBe("SELECT MAX(b) FROM a WHERE Version = '2'");
        ((int)query["Period"]!).ShouldBe(60);
    }

    [Fact]
    public void Metrics_with_the_same_ids_do_not_meet() =>
        Ids(Plan("""{"Name": "ErrorRate"}, {"Name": "Throttles"}""")).ShouldBe(
        [
            "new0_value", "new0_per0", "old0_value", "old0_per0",
            "new1_value", "new1_per0", "new1_per1", "old1_value", "old1_per0", "old1_per1",
        ]);

    private static IEnumerable<string> Ids(AnalysisPlan plan) =>
        ((JsonArray)MetricDataRequest.Of(plan, _both, _window)["MetricDataQueries"]!).Select(query => (string)query!["Id"]!);

    private static AnalysisPlan Plan(string metrics) => AnalysisBlock.Read("analysis", $$"""{"Metrics": [{{metrics}}]}""", LambdaMetrics.Platform);

    private static Dictionary<string, string> Values(string version) => new() { ["FunctionName"] = "fn", ["Alias"] = "live", ["Version"] = version };
}
