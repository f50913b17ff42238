using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using static Sluice.Deployments.Tests.Analysis.Judging.Answers;

namespace Sluice.Deployments.Tests.Analysis.Judging;

/// <summary>Samples of many requests beside samples of few.</summary>
public sealed class UnevenTests
{
    private const string Duration = """{"Name": "Duration"}""";
    private const string Money = """{"Name": "x", "Compare": {}, "Query": {"Namespace": "a", "MetricName": "Refunds", "Stat": "Sum", "Dimensions": {"v": "${Version}"}}, "Per": {"Namespace": "a", "MetricName": "Turnover", "Stat": "Sum", "Dimensions": {"v": "${Version}"}}}""";

    [Fact]
    public void Values_are_counted_at_the_old_versions_level_where_counts_are_unlike() =>
        LevelSplits.Needed(Plan($$"""{"Metrics": [{{Duration}}]}"""), hasOld: true, Window(5), Slower().Answer()).ShouldHaveSingleItem().Value.Select(cell => cell.Stat)
            .ShouldBe(["TC(:100)", "TC(100:109.99999989)", "TC(109.99999989:)"]);

    [Fact]
    public void They_are_not_where_counts_are_alike_or_were_counted_already()
    {
        LevelSplits.Needed(Plan($$"""{"Metrics": [{{Duration}}]}"""), hasOld: true, Window(5), Slower(behindOld: 12).Answer()).ShouldBeEmpty();
        LevelSplits.Needed(Plan($$"""{"Metrics": [{{Duration}}]}"""), hasOld: true, Window(5), Counted(far: 4).Answer()).ShouldBeEmpty();
        LevelSplits.Needed(Plan($$"""{"Metrics": [{{Duration}}]}"""), hasOld: false, Window(5), Slower().Answer()).ShouldBeEmpty();
    }

    [Fact]
    public void More_values_beyond_the_level_fail()
    {
        var verdict = Counted(far: 4).Metric(Duration);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Fail, verdict.Why);
        verdict.Why.ShouldContain("25 of 50 against 45 of 450 values beyond 100, p ");
        verdict.Why.ShouldEndWith("worse by the counts");
        var comparison = verdict.Comparison!;
        (comparison.DecidedBy, comparison.U, comparison.Counts!.Level, comparison.Counts.Far).ShouldBe((DecidingTest.Counts, null, 100, 20));
    }

    [Fact]
    public void Values_that_are_hardly_beyond_it_pass() => Says(Counted(far: 0, near: 5), "too small a change (it would have to be at least 10 %)", AnalysisOutcome.Pass);

    [Fact]
    public void As_many_values_beyond_it_pass() => Says(Counted(far: 1, near: 0), "no significant difference", AnalysisOutcome.Pass);

    [Fact]
    public void What_was_not_counted_is_inconclusive_and_says_what_to_do() =>
        Says(Slower(), "50 and 450 values are too unlike to compare samples, and CloudWatch did not count the values at the old version's level; expected", AnalysisOutcome.Inconclusive);

    [Fact]
    public void Of_which_no_counts_are_known_is_compared_at_even_shares_alone()
    {
        var answers = new Answers().With("new0_value", Same(150, 5)).With("old0_value", Same(100, 5));

        answers.Metric(Duration).Outcome.ShouldBe(AnalysisOutcome.Fail);
        var verdict = answers.Metric(Duration, evenShares: false);
        verdict.Outcome.ShouldBe(AnalysisOutcome.Inconclusive);
        verdict.Why.ShouldStartWith("how many values are behind its samples cannot be known");
    }

    [Fact]
    public void Rates_of_what_is_no_count_are_compared_at_like_amounts_alone()
    {
        MetricVerdict Judge(double old) => new Answers()
            .With("new0_per", Same(100.5, 5)).With("new0_value", Same(9.5, 5)).With("old0_per", Same(old, 5)).With("old0_value", Same(old / 100, 5)).Metric(Money);

        Judge(99.5).Comparison!.DecidedBy.ShouldBe(DecidingTest.Samples);
        Judge(900.5).Outcome.ShouldBe(AnalysisOutcome.Inconclusive);
        Judge(900.5).Why.ShouldContain("requests are too unlike to compare rates that are no parts of whole numbers");
    }

    private static Answers Slower(int behindOld = 90) => new Answers()
        .With("new0_value", Same(150, 5)).With("old0_value", Same(100, 5)).With("count_new0", Same(10, 5)).With("count_old0", Same(behindOld, 5));

    // Of ten values a minute, so many are far beyond the level, and one just beyond.
    private static Answers Counted(int far, int near = 1) => Slower()
        .With("cell0_new0", Same(10 - far - near, 5)).With("cell1_new0", Same(near, 5)).With("cell2_new0", Same(far, 5))
        .With("cell0_old0", Same(81, 5)).With("cell1_old0", Same(4, 5)).With("cell2_old0", Same(5, 5));

    private static void Says(Answers answers, string why, AnalysisOutcome outcome)
    {
        var verdict = answers.Metric(Duration);
        verdict.Why.ShouldContain(why);
        verdict.Outcome.ShouldBe(outcome);
    }
}
