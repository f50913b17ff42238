using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Platforms.Lambda;
using Sluice.Deployments.Statistics;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.Tests.Analysis.Reading;

public sealed class AnalysisBlockTests
{
    private const string Whole = """
        PassScore: 75
        Period: 60
        WarmupSeconds: 60
        SettleSeconds: 90
        Inconclusive:
          Extend: 3
          ExtendSeconds: 300
          Then: Pause
        Metrics:
          - Name: ErrorRate
            Critical: true
          - Name: checkout latency
            Query:
              Namespace: Shop
              MetricName: Latency
              Stat: p95
              Dimensions:
                Version: ${Version}
                Function: ${FunctionName}
              Unit: Milliseconds
            Threshold: {Min: 1, Max: 500}
            Compare: {Direction: Either, Confidence: 0.95, EffectSize: 0.5, MinimumChange: 5%}
            MinimumSamples: 6
            Weight: 2
          - Name: failed orders
            Query: {Namespace: Shop, MetricName: Failed, Stat: Sum, Dimensions: {Version: "${Version}"}}
            Per: {Namespace: Shop, MetricName: Orders, Stat: Sum, Dimensions: {Version: "${Version}"}}
            Compare: {MinimumChange: 0.2, MaximumRate: 3}
            MinimumRequests: 200
          - Name: slow share
            Queries:
              - Id: slow
                MetricStat:
                  Metric: {Namespace: Shop, MetricName: Slow, Dimensions: [{Name: Version, Value: "${Version}"}]}
                  Period: 60
                  Stat: Sum
                ReturnData: false
              - Id: all
                MetricStat: {Metric: {Namespace: Shop, MetricName: All, Dimensions: [{Name: Version, Value: "${Version}"}]}, Stat: Sum}
                ReturnData: false
              - Id: share
                Expression: 100 * slow / all
                Label: share of slow requests
            Threshold: {Max: 3}
        """;

    [Fact]
    public void Reads_all_that_there_is()
    {
        var plan = Read(Whole);

        (plan.PassScore, plan.PeriodSeconds, plan.WarmupSeconds, plan.SettleSeconds).ShouldBe((75, 60, 60, 90));
        plan.Inconclusive.ShouldBe(new InconclusivePolicy(3, 300, InconclusiveThen.Pause));
        plan.Metrics.Select(metric => metric.Name).ShouldBe(["ErrorRate", "checkout latency", "failed orders", "slow share"]);
        var latency = plan.Metrics[1];
        latency.Queries.ShouldHaveSingleItem().Dimensions.ShouldBe([new("Version", "${Version}"), new("Function", "${FunctionName}")]);
        (latency.Queries[0].Namespace, latency.Queries[0].MetricName, latency.Queries[0].Stat, latency.Queries[0].Unit).ShouldBe(("Shop", "Latency", "p95", "Milliseconds"));
        latency.Threshold.ShouldBe(new MetricThreshold(1, 500));
        latency.Compare.ShouldBe(new MetricComparison(ChangeDirection.Either, 0.95, 0.5, new MinimumChange(5, IsRelative: true)));
        (latency.MinimumSamples, latency.Weight, latency.Critical).ShouldBe((6, 2, false));
        plan.Metrics[2].Per.ShouldBe(["per"]);
        plan.Metrics[2].MinimumRequests.ShouldBe(200);
        plan.Metrics[2].Compare!.MinimumChange.ShouldBe(new MinimumChange(0.2, IsRelative: false));
        plan.Metrics[2].Compare!.MaximumRate.ShouldBe(3);
        plan.Metrics[3].Value.ShouldBe("share");
        plan.Metrics[3].Queries.Select(query => query.Id).ShouldBe(["slow", "all", "share"]);
        plan.Metrics[3].Compare.ShouldBeNull();
    }

    [Fact]
    public void One_line_is_enough_and_the_rest_has_sane_values()
    {
        var plan = Read("Metrics:\n  - Name: errorrate\n");

        (plan.PassScore, plan.PeriodSeconds, plan.WarmupSeconds, plan.SettleSeconds).ShouldBe((100, 60, 0, 120));
        plan.Inconclusive.ShouldBe(new InconclusivePolicy(2, null, InconclusiveThen.Rollback));
        var metric = plan.Metrics.ShouldHaveSingleItem();
        metric.Compare.ShouldBe(new MetricComparison(ChangeDirection.Increase, 0.98, 0.33, new MinimumChange(0.5, IsRelative: false)) { MaximumRate = 1 });
        (metric.MinimumSamples, metric.MinimumRequests, metric.Weight, metric.Critical).ShouldBe((4, 50, 1, false));
        metric.Queries.Select(query => query.MetricName).ShouldBe(["Errors", "Invocations"]);
    }

    [Fact]
    public void Every_ready_made_metric_is_read_by_its_name()
    {
        foreach (var (platform, names) in new[] { (LambdaMetrics.Platform, new[] { "ErrorRate", "Duration", "Throttles" }), (EcsMetrics.Platform, ["5xxRate", "TargetResponseTime"]) })
        {
            platform.Ready.Select(metric => metric.Name).ShouldBe(names);
            var plan = Read(string.Join('\n', names.Select(name => $"  - Name: {name}").Prepend("Metrics:")), platform);

            plan.Metrics.ShouldAllBe(metric => metric.Compare != null && metric.MinimumSamples == 4 && metric.Queries.Count > 0);
        }
    }

    [Fact]
    public void A_ready_made_metric_takes_a_threshold_beside_its_comparison()
    {
        var metric = Read("Metrics:\n  - Name: ErrorRate\n    Threshold: {Max: 5}\n    Compare: {Confidence: 0.95}\n").Metrics[0];

        metric.Threshold.ShouldBe(new MetricThreshold(null, 5));
        metric.Compare!.Confidence.ShouldBe(0.95);
        metric.Compare.MinimumChange.ShouldBe(new MinimumChange(0.5, IsRelative: false));
        metric.MinimumSamples.ShouldBe(3);
    }

    [Fact]
    public void JSON_is_read_as_the_field_of_a_group()
    {
        var plan = AnalysisBlock.Read("analysis", """{"metrics": [{"name": "Duration", "weight": 3}], "passScore": 60}""", LambdaMetrics.Platform);

        (plan.PassScore, plan.Metrics[0].Name, plan.Metrics[0].Weight).ShouldBe((60, "Duration", 3));
        Should.Throw<InvalidDocumentException>(() => AnalysisBlock.Read("analysis", """{"metrics": [{"name": "Duratio"}]}""", LambdaMetrics.Platform))
            .Message.ShouldContain("analysis:1: metrics[0].Query: is missing; expected a Query or Queries, or as Name a metric that needs none: ErrorRate, Duration, Throttles");
    }

    [Theory]
    [InlineData("PassScore: 75", "PassScore: 0", "PassScore: a number over 0, at most 100 (percent of the weights) was expected, not 0")]
    [InlineData("PassScore: 75", "PassScore: 101", "at most 100")]
    [InlineData("PassScore: 75", "PasScore: 75", "PasScore: is not known here; did you mean 'PassScore'?")]
    [InlineData("Period: 60", "Period: 45", "Period: one of 1, 5, 10, 20, 30 or a multiple of 60 (seconds) was expected, not 45")]
    [InlineData("WarmupSeconds: 60", "WarmupSeconds: -1", "WarmupSeconds: a whole number from 0 to 172800 was expected, not '-1'")]
    [InlineData("SettleSeconds: 90", "SettleSeconds: 2h", "SettleSeconds: a whole number from 0 to 3600 was expected")]
    [InlineData("Extend: 3", "Extend: 21", "Inconclusive.Extend: a whole number from 0 to 20 was expected")]
    [InlineData("ExtendSeconds: 300", "ExtendSeconds: 0", "Inconclusive.ExtendSeconds: a whole number from 1")]
    [InlineData("Then: Pause", "Then: Paus", "Inconclusive.Then: one of Rollback, Pause, Continue was expected, not 'Paus'; did you mean 'Pause'?")]
    [InlineData("Then: Pause", "Than: Pause", "Inconclusive.Than: is not known here; did you mean 'Then'?")]
    [InlineData("Name: ErrorRate", "Name: ErorRate", "Metrics[0].Query: is missing; expected a Query or Queries, or as Name a metric that needs none: ErrorRate, Duration, Throttles")]
    [InlineData("Name: ErrorRate", "Name: checkout latency", "'checkout latency' is there 2 times; expected it once")]
    [InlineData("Name: checkout latency", "Name: 'a/b'", "Name: 1 to 64 letters, digits, blanks and ._- were expected, not 'a/b'")]
    [InlineData("Name: ErrorRate", "Naem: ErrorRate", "Metrics[0].Name: is missing")]
    [InlineData("Critical: true", "Critical: perhaps", "Metrics[0].Critical: true, false, yes or no was expected")]
    [InlineData("Weight: 2", "Weight: 0", "Metrics[1].Weight: a number over 0, at most 1000 was expected, not 0")]
    [InlineData("Namespace: Shop\n", "Namspace: Shop\n", "Metrics[1].Query.Namespace: is missing")]
    [InlineData("MetricName: Latency", "Metric: Latency", "Metrics[1].Query.MetricName: is missing")]
    [InlineData("Stat: p95", "Stat: P95", "Metrics[1].Query.Stat: a statistic of CloudWatch was expected (Sum, Average, Minimum, Maximum, SampleCount, a percentile such as p90, tm95, …), not 'P95'")]
    [InlineData("Unit: Milliseconds", "Unit: ms", "Metrics[1].Query.Unit: one of Seconds")]
    [InlineData("${Version}\n", "${Versoin}\n", "Metrics[1].Query.Dimensions: there is no '${Versoin}' here; expected one of ${Version}, ${FunctionName}, ${Alias}")]
    [InlineData("${Version}\n", "7\n", "Metrics[1].Compare: the queries would read the same values for both versions; expected ${Version} in one of them")]
    [InlineData("{Min: 1, Max: 500}", "{}", "Metrics[1].Threshold: needs Min, Max or both")]
    [InlineData("{Min: 1, Max: 500}", "{Min: 501, Max: 500}", "Metrics[1].Threshold.Min: is greater than Max, so that no level could pass")]
    [InlineData("{Min: 1, Max: 500}", "{Most: 500}", "Metrics[1].Threshold.Most: is not known here")]
    [InlineData("Direction: Either", "Direction: Up", "Metrics[1].Compare.Direction: one of Increase, Decrease, Either was expected, not 'Up'")]
    [InlineData("Confidence: 0.95", "Confidence: 95", "Metrics[1].Compare.Confidence: a number from 0.8 to 0.9999 was expected, not 95")]
    [InlineData("EffectSize: 0.5", "EffectSize: 2", "Metrics[1].Compare.EffectSize: a number from 0 to 1 (Cliff's delta) was expected, not 2")]
    [InlineData("MinimumChange: 5%", "MinimumChange: -5%", "Metrics[1].Compare.MinimumChange: a number in the metric's unit, or percent of the old version's level such as 10%, was expected, not '-5%'")]
    [InlineData("MaximumRate: 3", "MaximumRate: 101", "Metrics[2].Compare.MaximumRate: a number from 0 to 100 (percent) was expected, not 101")]
    [InlineData("MaximumRate: 3", "MaximumRate: high", "Metrics[2].Compare.MaximumRate: a number was expected")]
    [InlineData("MaximumRate: 3", "MaximumRate: 3, Direction: Decrease", "Metrics[2].Compare.MaximumRate: is for a rate of which more is worse, and Direction is Decrease")]
    [InlineData("EffectSize: 0.5", "MaximumRate: 5", "Metrics[1].Compare.MaximumRate: is for metrics with Per, whose samples are percentages; this one has Threshold.Max")]
    [InlineData("MinimumSamples: 6", "MinimumSamples: 3", "Metrics[1].MinimumSamples: at least 4 was expected, not 3: with fewer samples even the clearest difference is not certain to 0.95")]
    [InlineData("MinimumSamples: 6", "MinimumSamples: 31", "MinimumSamples: a whole number from 1 to 30 was expected")]
    [InlineData("MinimumSamples: 6", "MinimumRequests: 6", "Metrics[1].MinimumRequests: is for metrics with Per")]
    [InlineData("Id: share\n", "Id: Share\n", "Metrics[3].Queries[2].Id: a lower-case letter, then letters, digits and _ were expected, not 'Share'")]
    [InlineData("Id: share\n", "Id: slow\n", "Metrics[3].Queries: the Id 'slow' is there 2 times; expected it once")]
    [InlineData("100 * slow / all", "100 * slow / al", "Metrics[3].Queries: the expression 'share' reads 'al', which is the Id of none of these queries")]
    [InlineData("100 * slow / all", "100 * slow / all + ${Now}", "Metrics[3].Queries[2].Expression: there is no '${Now}' here")]
    [InlineData("Expression: 100 * slow / all", "Note: x", "Metrics[3].Queries[2]: needs either MetricStat or Expression")]
    [InlineData("Label: share of slow requests", "MetricStat: {}", "Metrics[3].Queries[2]: has both MetricStat and Expression; expected one of them")]
    [InlineData("Label: share of slow requests", "ReturnData: false", "Metrics[3].Queries: exactly one with ReturnData (true if it is not said) was expected, apart from the one that Per names, not 0")]
    [InlineData("          Period: 60", "          Period: 300", "Queries[0].MetricStat.Period: 60 was expected, the Period of the analysis, not 300")]
    [InlineData("Threshold: {Max: 3}", "Per: al", "Metrics[3].Per: the Id of one of the Queries was expected, not 'al'")]
    [InlineData("    Threshold: {Max: 3}", "    Critical: false", "Metrics[3]: nothing says what is good: expected a Threshold, a Compare (which may be empty: {}), or both")]
    [InlineData("    Threshold: {Max: 3}", "    Query: {}", "Metrics[3].Queries: there is a Query too; expected one of them")]
    [InlineData("Value: \"${Version}\"}]}\n          Period", "Value: a}, {Name: Version, Value: b}]}\n          Period", "Dimensions: 'Version' is there 2 times; expected it once")]
    public void Tells_what_is_wrong_and_where(string was, string becomes, string fault)
    {
        Whole.ShouldContain(was);

        Should.Throw<InvalidDocumentException>(() => Read(Whole.Replace(was, becomes))).Message.ShouldContain(fault);
    }

    [Theory]
    [InlineData("PassScore: 50", "Metrics: is missing; expected a list of metrics")]
    [InlineData("Metrics: []", "Metrics: 1 to 20 metrics were expected, not 0")]
    [InlineData("Metrics: ErrorRate", "Metrics: a list was expected")]
    [InlineData("Metrics: [ErrorRate]", "Metrics[0]: a map was expected")]
    [InlineData("Metrics:\n  - Name: a\n    Queries: []", "Metrics[0].Queries: 1 to 10 queries were expected, not 0")]
    public void Says_so_where_there_is_nothing_to_judge(string text, string fault) =>
        Should.Throw<InvalidDocumentException>(() => Read(text)).Message.ShouldContain(fault);

    [Fact]
    public void Too_many_metrics_are_refused() =>
        Should.Throw<InvalidDocumentException>(() => Read("Metrics:\n" + string.Concat(Enumerable.Range(0, 21).Select(n => $"  - Name: m{n}\n    Query: {{Namespace: a, MetricName: b, Stat: Sum}}\n    Threshold: {{Max: 1}}\n"))))
            .Message.ShouldContain("1 to 20 metrics were expected, not 21");

    [Fact]
    public void More_dimensions_than_CloudWatch_has_are_refused() =>
        Should.Throw<InvalidDocumentException>(() => Read(
            $"Metrics:\n  - Name: m\n    Query: {{Namespace: a, MetricName: b, Stat: Sum, Dimensions: {{{string.Join(", ", Enumerable.Range(0, 31).Select(n => $"d{n}: x"))}}}}}\n    Threshold: {{Max: 1}}\n"))
            .Message.ShouldContain("Metrics[0].Query.Dimensions: at most 30 were expected, not 31");

    [Fact]
    public void All_faults_are_told_at_once() =>
        Should.Throw<InvalidDocumentException>(() => Read("PassScore: 200\nPeriod: 7\nInconclusive: {Then: Stop}\nMetrics:\n  - Name: x\n    Weight: -1\n")).Faults.Count.ShouldBe(5);

    [Fact]
    public void Placeholders_are_those_of_the_platform() =>
        Should.Throw<InvalidDocumentException>(() => Read(Whole, EcsMetrics.Platform)).Message.ShouldContain("there is no '${Version}' here; expected one of ${TargetGroup}, ${TaskSetId}, ${ClusterName}, ${ServiceName}, ${LoadBalancer}");

    private static AnalysisPlan Read(string text) => Read(text, LambdaMetrics.Platform);

    private static AnalysisPlan Read(string text, AnalysisPlatform platform) =>
        DocumentReader.Read("appspec.yml", text, map => AnalysisBlock.Read(map, platform), ignoreCase: true);
}
