using Sluice.Deployments.Analysis.Reading;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Analysis;

public sealed class AnalysisRulesTests
{
    private static readonly AnalysisPlan _plan = AnalysisBlock.Read("analysis", """{"Metrics": [{"Name": "ErrorRate"}, {"Name": "Duration", "MinimumSamples": 5}]}""", LambdaMetrics.Platform);

    [Fact]
    public void A_bake_that_is_long_enough_is_well() => AnalysisRules.Faults(_plan, [new TrafficStep(10, 300), new TrafficStep(50, 0) { Pause = true }], 0).ShouldBeEmpty();

    [Fact]
    public void A_bake_with_too_few_samples_could_only_be_inconclusive() =>
        AnalysisRules.Faults(_plan, [new TrafficStep(12.5m, 299), new TrafficStep(50, 300)], 0).ShouldHaveSingleItem()
            .ShouldBe("the bake of 299 s at 12.5 % has 4 samples of 60 s, and 'Duration' needs 5; expected at least 300 s");

    [Fact]
    public void Without_a_bake_there_is_nothing_to_judge()
    {
        AnalysisRules.Faults(_plan, [], 0).ShouldHaveSingleItem().ShouldContain("there is no step that bakes, so there is nothing to judge");
        AnalysisRules.Faults(_plan, [new TrafficStep(10, 0) { Pause = true }], 0).ShouldHaveSingleItem().ShouldContain("there is no step that bakes");
    }

    [Fact]
    public void Samples_that_are_made_longer_must_still_be_enough()
    {
        var metrics = string.Join(", ", Enumerable.Range(0, 20).Select(n => $$$"""{"Name": "m{{{n}}}", "Compare": {}, "MinimumSamples": 30, "Query": {"Namespace": "a", "MetricName": "b", "Stat": "p90", "Dimensions": {"v": "${Version}"} } }"""));
        var plan = AnalysisBlock.Read("analysis", $$"""{"Metrics": [{{metrics}}]}""", LambdaMetrics.Platform);

        AnalysisRules.Faults(plan, [new TrafficStep(50, 3600)], 0).ShouldHaveSingleItem().ShouldBe(
            "the bake of 3600 s at 50 % is judged on as few as 14 longer samples, since so many metrics over so long are too much to read, and 'm0' needs 30; expected fewer metrics or a longer Period");
    }

    [Theory]
    [InlineData("""{"Name": "x", "Compare": {}, "Query": {"Namespace": "a", "MetricName": "b", "Stat": "Sum", "Dimensions": {"v": "${Version}"}}}""")]
    [InlineData("""{"Name": "x", "Compare": {}, "Queries": [{"Id": "q", "Expression": "SELECT MAX(b) FROM a WHERE v = '${Version}'"}]}""")]
    public void What_only_even_shares_make_comparable_is_refused_at_others(string metric)
    {
        var plan = AnalysisBlock.Read("analysis", $$"""{"Metrics": [{{metric}}]}""", LambdaMetrics.Platform);

        AnalysisRules.Faults(plan, [new TrafficStep(10, 600), new TrafficStep(50, 600)], 0).ShouldHaveSingleItem()
            .ShouldStartWith("at 10 % 'x' could only be inconclusive: how many values are behind its samples cannot be known");
    }

    [Fact]
    public void A_bake_after_all_traffic_is_held_to_the_thresholds()
    {
        var plan = AnalysisBlock.Read("analysis", """{"Metrics": [{"Name": "ErrorRate", "Threshold": {"Max": 1}}, {"Name": "Duration", "MinimumSamples": 9}]}""", LambdaMetrics.Platform);

        AnalysisRules.Faults(plan, [], 240).ShouldBeEmpty();
        AnalysisRules.Faults(plan, [], 180).ShouldHaveSingleItem().ShouldStartWith("the bake of 180 s after all traffic has 3 samples of 60 s, and 'ErrorRate' needs 4");
        AnalysisRules.Faults(_plan, [], 60).ShouldHaveSingleItem().ShouldContain("nothing to judge");
    }
}
