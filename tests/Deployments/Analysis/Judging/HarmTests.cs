using Sluice.Deployments.Model.Analysis;
using static Sluice.Deployments.Tests.Analysis.Judging.Answers;

namespace Sluice.Deployments.Tests.Analysis.Judging;

/// <summary>What must not pass.</summary>
public sealed class HarmTests
{
    private const string ErrorRate = """{"Name": "ErrorRate"}""";
    private const string Duration = """{"Name": "Duration"}""";

    [Theory]
    [InlineData(3, 4)]
    [InlineData(4, 10)]
    [InlineData(9, 30)]
    [InlineData(1, 10)]
    [InlineData(1, 60)]
    public void An_outage_in_some_minutes_fails_by_its_counts(int failing, int minutes)
    {
        var verdict = new Answers()
            .With("new0_per0", Same(50, minutes)).With("new0_value", Same(50, failing))
            .With("old0_per0", Same(450, minutes)).Metric(ErrorRate, minutes);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail, verdict.Why);
        verdict.Comparison!.DecidedBy.ShouldBe(DecidingTest.Counts);
        verdict.Why.ShouldContain($"{failing * 50} of {minutes * 50} against 0 of {minutes * 450} requests");
        verdict.Why.ShouldEndWith("worse by the counts, and over the MaximumRate of 1 %");
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(4, 10)]
    [InlineData(9, 30)]
    public void An_outage_fails_at_even_shares_too_and_whatever_effect_is_asked_for(int failing, int minutes) => new Answers()
        .With("new0_per0", Same(50, minutes)).With("new0_value", Same(50, failing)).With("old0_per0", Same(50, minutes))
        .Metric("""{"Name": "ErrorRate", "Compare": {"EffectSize": 1}}""", minutes).Outcome.ShouldBe(AnalysisOutcome.Fail);

    [Fact]
    public void A_burst_under_the_maximum_rate_is_one_event_and_says_what_it_would_be_otherwise()
    {
        var verdict = new Answers()
            .With("new0_per0", Same(50, 30)).With("new0_value", 30).With("old0_per0", Same(450, 30))
            .Metric("""{"Name": "ErrorRate", "Compare": {"MaximumRate": 2}}""", 30);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Pass);
        verdict.Why.ShouldContain("without bursts");
        verdict.Comparison!.Counts!.Variance.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_rate_over_the_maximum_that_the_old_version_has_as_well_is_no_difference()
    {
        var verdict = new Answers()
            .With("new0_per0", Same(50, 10)).With("new0_value", Same(5, 10)).With("old0_per0", Same(450, 10)).With("old0_value", Same(45, 10)).Metric(ErrorRate, 10);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Pass);
        verdict.Why.ShouldContain("no significant difference");
    }

    [Fact]
    public void Few_errors_of_few_requests_add_up()
    {
        // One request in twenty, at ten requests a minute: most minutes have none.
        object?[] errors = [.. Enumerable.Range(0, 60).Select(minute => minute % 2 == 0 ? (object?)1 : null)];

        var verdict = new Answers().With("new0_per0", Same(10, 60)).With("new0_value", errors).With("old0_per0", Same(90, 60)).With("old0_value", Same(1, 54)).Metric(ErrorRate, 60);

        (verdict.Outcome, verdict.Comparison!.DecidedBy).ShouldBe((AnalysisOutcome.Fail, DecidingTest.Counts));
        (verdict.Comparison.U, verdict.Comparison.PValue, verdict.Comparison.CliffsDelta).ShouldBe((null, null, null), "samples of 10 and of 90 requests are not alike");
    }

    [Theory]
    [InlineData(37)]
    [InlineData(1)]
    public void Half_of_the_minutes_a_hundred_times_slower_fail_though_the_median_stays(int scattered)
    {
        object?[] now = [.. Enumerable.Range(0, 100).Select(minute => (object)(minute * scattered % 100 < 49 ? 10_000 : 100 + (minute % 7)))], before = [.. Enumerable.Range(0, 100).Select(minute => (object)(100 + (minute * 3 % 7)))];

        var verdict = new Answers().With("new0_value", now).With("old0_value", before).Metric(Duration, 100);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail, verdict.Why);
        verdict.Why.ShouldContain("; the mean ");
    }

    [Theory]
    [InlineData(0.22, 0.2, "10%", AnalysisOutcome.Fail)]
    [InlineData(0.2199, 0.2, "10%", AnalysisOutcome.Pass)]
    [InlineData(0.3, 0.1, "0.2", AnalysisOutcome.Fail)]
    [InlineData(1.1, 1, "10%", AnalysisOutcome.Fail)]
    public void At_least_is_reached_by_as_much(double now, double before, string least, AnalysisOutcome outcome) =>
        new Answers().With("new0_value", Same(now, 5)).With("old0_value", Same(before, 5))
            .Metric($$$"""{"Name": "Duration", "Compare": {"MinimumChange": "{{{least}}}"}}""").Outcome.ShouldBe(outcome);

    [Fact]
    public void An_effect_of_exactly_the_least_is_enough()
    {
        // 7 of 10 pairs won and 3 lost are 0.4, which binary numbers make 0.39999999999999991.
        object?[] now = [.. Enumerable.Range(0, 60).Select(n => (object)(n % 10 < 7 ? 300 : 100))], before = Same(200, 60);

        var verdict = new Answers().With("new0_value", now).With("old0_value", before).Metric("""{"Name": "Duration", "Compare": {"EffectSize": 0.4}}""", 60);

        verdict.Comparison!.CliffsDelta!.Value.ShouldBe(0.4, 1e-12);
        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail, verdict.Why);
    }

    [Fact]
    public void A_threshold_is_kept_by_what_is_exactly_as_much() =>
        new Answers().With("new0_value", Same(0.1 + 0.2, 3)).Metric("""{"Name": "x", "Query": {"Namespace": "a", "MetricName": "b", "Stat": "p90"}, "Threshold": {"Max": 0.3}}""", 3)
            .Outcome.ShouldBe(AnalysisOutcome.Pass);

    [Fact]
    public void Percent_of_a_great_change_are_a_number()
    {
        var comparison = new Answers().With("new0_value", Same(1.5e308, 5)).With("old0_value", Same(1e308, 5)).Metric(Duration).Comparison!;

        comparison.ChangePercent!.Value.ShouldBe(50, 1e-9);
        comparison.DecidedBy.ShouldBe(DecidingTest.Samples);
    }
}
