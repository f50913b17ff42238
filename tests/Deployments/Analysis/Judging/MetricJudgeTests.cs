using System.Text.Json;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Statistics;
using static Sluice.Deployments.Tests.Analysis.Judging.Answers;

namespace Sluice.Deployments.Tests.Analysis.Judging;

public sealed class MetricJudgeTests
{
    private const string Duration = """{"Name": "Duration"}""";
    private const string ErrorRate = """{"Name": "ErrorRate"}""";
    private const string Max500 = """{"Name": "x", "Query": {"Namespace": "a", "MetricName": "b", "Stat": "p90"}, "Threshold": {"Max": 500, "Min": 10}}""";

    [Fact]
    public void A_slower_version_fails_with_all_its_numbers()
    {
        var verdict = new Answers().With("new0_value", 140, 150, 145, 160, 155).With("old0_value", 100, 104, 98, 101, 103).Metric(Duration);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail);
        verdict.Why.ShouldBe("150 against 101 of the old version (+49, +48.51 %; p 0.003968, Cliff's delta 1, 5 and 5 samples): worse");
        verdict.New.ShouldBe(new SampleSummary(5, 0, 0, null, 150, 150));
        verdict.Old.ShouldBe(new SampleSummary(5, 0, 0, null, 101, 101));
        var comparison = verdict.Comparison.ShouldNotBeNull();
        (comparison.U, comparison.CliffsDelta, comparison.Alpha, comparison.Change, comparison.Method).ShouldBe((25, 1, 0.02, 49, TestMethod.Exact));
        comparison.PValue.ShouldNotBeNull().ShouldBe(1.0 / 252, 1e-15);
    }

    [Fact]
    public void An_equal_version_passes() =>
        Says(new Answers().With("new0_value", 101, 99, 104, 98, 102).With("old0_value", 100, 104, 98, 101, 103).Metric(Duration), AnalysisOutcome.Pass, "no significant difference (p would have to be at most 0.02)");

    [Fact]
    public void A_faster_version_passes() =>
        Says(new Answers().With("new0_value", 50, 51, 52, 53, 54).With("old0_value", 100, 104, 98, 101, 103).Metric(Duration), AnalysisOutcome.Pass, "no significant difference");

    [Fact]
    public void A_difference_that_is_certain_but_small_passes() =>
        Says(new Answers().With("new0_value", 105, 106, 107, 108, 109).With("old0_value", 100, 101, 102, 103, 104).Metric(Duration), AnalysisOutcome.Pass, "too small a change (it would have to be at least 10 %)");

    [Fact]
    public void A_difference_that_is_certain_but_seldom_passes()
    {
        // Of 30 minutes each, eight are slow: significant, but most pairs of minutes say nothing.
        object?[] now = [.. Enumerable.Range(0, 30).Select(n => (object)(n < 8 ? 300 + n : 100))], before = Same(100, 30);

        Says(new Answers().With("new0_value", now).With("old0_value", before).Metric(Duration, samples: 30), AnalysisOutcome.Pass, "too small an effect (Cliff's delta would have to be at least 0.33)");
    }

    [Fact]
    public void One_long_wave_of_slow_periods_is_neither_a_pass_nor_a_failure() =>
        Says(
            new Answers().With("new0_value", 100, 101, 200, 201, 202, 203, 204, 205, 102, 103).With("old0_value", 98, 105, 99, 104, 100.5, 101.5, 97, 106, 102.5, 103.5).Metric(Duration, samples: 10),
            AnalysisOutcome.Inconclusive,
            "so like their neighbours that it may be one wave");

    [Theory]
    [InlineData("Increase", AnalysisOutcome.Pass)]
    [InlineData("Decrease", AnalysisOutcome.Fail)]
    [InlineData("Either", AnalysisOutcome.Fail)]
    public void A_fall_is_bad_where_it_is_said_to_be(string direction, AnalysisOutcome outcome) =>
        new Answers().With("new0_value", 50, 51, 52, 53, 54).With("old0_value", 100, 104, 98, 101, 103)
            .Metric($$"""{"Name": "Duration", "Compare": {"Direction": "{{direction}}"} }""").Outcome.ShouldBe(outcome);

    [Fact]
    public void An_erring_version_fails_though_its_errors_are_few()
    {
        var verdict = new Answers()
            .With("new0_value", 1, 2, 1, 1, 2).With("new0_per0", Same(60, 5))
            .With("old0_per0", Same(540, 5)).With("old0_value", null, 1, null, null, null)
            .Metric(ErrorRate);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail);
        verdict.New.Requests.ShouldBe(300);
        verdict.New.Level.ShouldNotBeNull().ShouldBe(100 * 7 / 300.0, 1e-12);
        verdict.Old!.Level.ShouldNotBeNull().ShouldBe(100 / 2700.0, 1e-12);
    }

    [Fact]
    public void No_errors_of_either_version_pass_where_there_were_requests()
    {
        // Lambda's Errors has no points at all here.
        var verdict = new Answers().With("new0_per0", Same(20, 5)).With("old0_per0", Same(180, 5)).With("new0_value").Metric("""{"Name": "ErrorRate", "Threshold": {"Max": 1} }""");

        verdict.Outcome.ShouldBe(AnalysisOutcome.Pass);
        verdict.Why.ShouldStartWith("0 is not over the Max of 1; 0 against 0 of the old version (0; 0 of 100 against 0 of 900 requests, p 1)");
        verdict.New.ShouldBe(new SampleSummary(5, 0, 0, 100, 0, 0));
    }

    [Fact]
    public void No_errors_of_hardly_any_requests_say_nothing() =>
        Says(new Answers().With("new0_per0", Same(9, 5)).With("old0_per0", Same(180, 5)).Metric(ErrorRate), AnalysisOutcome.Inconclusive, "45 of the 50 requests that are needed of the new version");

    [Fact]
    public void Minutes_without_requests_are_no_samples()
    {
        var verdict = new Answers()
            .With("new0_per0", 100, null, 0, 100, 100).With("new0_value", 0, null, 0, 0, 0)
            .With("old0_per0", Same(180, 5)).Metric(ErrorRate);

        Says(verdict, AnalysisOutcome.Inconclusive, "3 of the 4 samples that are needed of the new version (2 without data)");
    }

    [Fact]
    public void Errors_without_requests_are_left_out() =>
        new Answers().With("new0_value", Same(5, 5)).With("old0_per0", Same(180, 5)).Metric(ErrorRate).Why.ShouldBe("there is no data of the new version");

    [Theory]
    [InlineData(true, "there is no data of the new version")]
    [InlineData(false, "there is no data of the old version")]
    public void No_data_is_inconclusive(bool lacksNew, string why) =>
        Says(new Answers().With(lacksNew ? "old0_value" : "new0_value", Same(100, 5)).Metric(Duration), AnalysisOutcome.Inconclusive, why);

    [Fact]
    public void Too_few_samples_are_inconclusive() =>
        Says(new Answers().With("new0_value", 900, null, 900, null, 900).With("old0_value", Same(100, 5)).Metric(Duration), AnalysisOutcome.Inconclusive, "3 of the 4 samples that are needed of the new version (2 without data)");

    [Fact]
    public void What_is_no_number_is_left_out_and_counted()
    {
        var verdict = new Answers().With("new0_value", "NaN", 100, "Infinity", "-Infinity", 100).With("old0_value", Same(100, 5)).Metric(Duration);

        Says(verdict, AnalysisOutcome.Inconclusive, "2 of the 4 samples that are needed of the new version (0 without data, 3 that are no numbers)");
        verdict.New.Removed.ShouldBe(3);
    }

    [Fact]
    public void Nothing_but_what_is_no_number_is_inconclusive() =>
        Says(new Answers().With("new0_value", Same("NaN", 5)).With("old0_value", Same(100, 5)).Metric(Duration), AnalysisOutcome.Inconclusive, "0 of the 4 samples");

    [Theory]
    [InlineData("PartialData")]
    [InlineData("InternalError")]
    [InlineData("Forbidden")]
    public void An_answer_that_is_not_whole_is_inconclusive(string status) =>
        Says(
            new Answers().With(new MetricDataResult("new0_value", status, [Start], [JsonSerializer.SerializeToElement(1)])).With("old0_value", Same(100, 5)).Metric(Duration),
            AnalysisOutcome.Inconclusive, $"CloudWatch answered {status} for a query");

    [Fact]
    public void Several_series_for_one_query_are_inconclusive() =>
        Says(
            new Answers().With("new0_value", Same(1, 5)).With("new0_value", Same(2, 5)).With("old0_value", Same(100, 5)).Metric(Duration),
            AnalysisOutcome.Inconclusive, "a query gives 2 series, and one was expected");

    [Fact]
    public void Points_outside_of_the_step_do_not_count() =>
        new Answers().With("new0_value", Same(100, 9)).With("old0_value", Same(100, 9)).Metric(Duration).New.Samples.ShouldBe(5);

    [Theory]
    [InlineData(500, AnalysisOutcome.Pass, "500 is between 10 and 500")]
    [InlineData(500.1, AnalysisOutcome.Fail, "500.1 is over the Max of 500")]
    [InlineData(10, AnalysisOutcome.Pass, "10 is between 10 and 500")]
    [InlineData(9.5, AnalysisOutcome.Fail, "9.5 is under the Min of 10")]
    public void A_threshold_is_for_the_median(double median, AnalysisOutcome outcome, string why) =>
        Says(new Answers().With("new0_value", 0, median, 100_000).Metric(Max500, samples: 3), outcome, why);

    [Fact]
    public void A_threshold_needs_samples_too() =>
        Says(new Answers().With("new0_value", 900, 900).Metric(Max500, samples: 3), AnalysisOutcome.Inconclusive, "2 of the 3 samples that are needed of the new version (1 without data)");

    [Fact]
    public void A_threshold_is_failed_whatever_the_old_version_lacks() =>
        Says(
            new Answers().With("new0_value", Same(900, 5)).Metric("""{"Name": "Duration", "Threshold": {"Max": 500} }"""), AnalysisOutcome.Fail, "900 is over the Max of 500");

    [Fact]
    public void A_threshold_alone_does_not_pass_what_is_to_be_compared_too() =>
        Says(
            new Answers().With("new0_value", Same(400, 5)).Metric("""{"Name": "Duration", "Threshold": {"Max": 500} }"""), AnalysisOutcome.Inconclusive, "there is no data of the old version");

    [Fact]
    public void Without_an_old_version_the_threshold_decides()
    {
        var verdict = new Answers().With("new0_value", Same(400, 5)).Metric("""{"Name": "Duration", "Threshold": {"Max": 500} }""", hasOld: false);

        Says(verdict, AnalysisOutcome.Pass, "400 is not over the Max of 500");
        verdict.Comparison.ShouldBeNull();
        verdict.Old.ShouldBeNull();
    }

    [Fact]
    public void Samples_without_variance_that_differ_are_told_apart() =>
        new Answers().With("new0_value", Same(2, 5)).With("old0_value", Same(1, 5)).Metric(Duration).Outcome.ShouldBe(AnalysisOutcome.Fail);

    [Fact]
    public void Any_change_from_zero_is_more_than_any_percentage()
    {
        var verdict = new Answers().With("new0_value", Same(0.1, 5)).With("old0_value", Same(0, 5)).Metric(Duration);

        Says(verdict, AnalysisOutcome.Fail, "0.1 against 0 of the old version (+0.1; p ");
        verdict.Comparison!.ChangePercent.ShouldBeNull();
    }

    [Fact]
    public void Values_at_the_end_of_what_a_number_can_be_give_finite_figures()
    {
        var verdict = new Answers().With("new0_value", Same(double.MaxValue, 5)).With("old0_value", Same(-double.MaxValue, 5)).Metric(Duration);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail);
        JsonSerializer.Serialize(verdict, Platform.Json.SluiceJson.Options).ShouldNotContain("NaN");
    }

    [Fact]
    public void Rates_that_are_too_great_to_add_up_are_inconclusive() =>
        new Answers().With("new0_per0", Same(1e-300, 5)).With("new0_value", Same(1e300, 5)).With("old0_per0", Same(180, 5)).Metric(ErrorRate).Outcome.ShouldBe(AnalysisOutcome.Inconclusive);

    [Fact]
    public void Rates_whose_sum_is_no_number_have_no_level() =>
        Says(
            new Answers().With("new0_per0", Same(100, 5)).With("new0_value", Same(1.7e306, 5)).With("old0_per0", Same(180, 5)).Metric(ErrorRate),
            AnalysisOutcome.Inconclusive,
            "there is no level of the new version: its values are too great to add up");

    [Theory]
    [InlineData(10, AnalysisOutcome.Pass, "10 is not under the Min of 10")]
    [InlineData(9, AnalysisOutcome.Fail, "9 is under the Min of 10")]
    public void A_threshold_may_be_a_least_alone(double level, AnalysisOutcome outcome, string why) =>
        Says(
            new Answers().With("new0_value", Same(level, 3)).Metric("""{"Name": "x", "Query": {"Namespace": "a", "MetricName": "b", "Stat": "Sum"}, "Threshold": {"Min": 10}}""", samples: 3), outcome, why);

    private static void Says(MetricVerdict verdict, AnalysisOutcome outcome, string why)
    {
        verdict.Why.ShouldContain(why);
        verdict.Outcome.ShouldBe(outcome);
    }
}
