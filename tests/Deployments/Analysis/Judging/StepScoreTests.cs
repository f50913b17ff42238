using Sluice.Deployments.Analysis.Judging;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Tests.Analysis.Judging;

public sealed class StepScoreTests
{
    [Theory]
    [InlineData("pp", 100, AnalysisOutcome.Pass, 100, "score 100, 100 needed")]
    [InlineData("pf", 100, AnalysisOutcome.Fail, 50, "score 50, 100 needed. m1: Fail, because")]
    [InlineData("pi", 100, AnalysisOutcome.Inconclusive, 50, "score 50, 100 needed, 100 possible. m1: Inconclusive, because")]
    [InlineData("if", 100, AnalysisOutcome.Fail, 0, "score 0, 100 needed. m1: Fail, because. m0: Inconclusive, because")]
    [InlineData("pppf", 75, AnalysisOutcome.Pass, 75, "score 75, 75 needed. m3: Fail, because")]
    [InlineData("pppi", 75, AnalysisOutcome.Pass, 75, "score 75, 75 needed. m3: Inconclusive, because")]
    [InlineData("ppif", 75, AnalysisOutcome.Inconclusive, 50, "score 50, 75 needed, 75 possible. m3: Fail, because. m2: Inconclusive, because")]
    [InlineData("piff", 75, AnalysisOutcome.Fail, 25, "score 25, 75 needed")]
    [InlineData("pppF", 75, AnalysisOutcome.Fail, 75, "m3 failed, which is critical. m3: Fail, because")]
    [InlineData("pppI", 75, AnalysisOutcome.Inconclusive, 75, "m3 is inconclusive, which is critical. m3: Inconclusive, because")]
    [InlineData("ffI", 75, AnalysisOutcome.Fail, 0, "score 0, 75 needed")]
    [InlineData("IF", 10, AnalysisOutcome.Fail, 0, "m1 failed, which is critical")]
    [InlineData("i", 1, AnalysisOutcome.Inconclusive, 0, "score 0, 1 needed, 100 possible")]
    [InlineData("P", 100, AnalysisOutcome.Pass, 100, "score 100, 100 needed")]
    public void Comes_to_what_its_metrics_come_to(string metrics, double passScore, AnalysisOutcome outcome, double score, string why)
    {
        var result = StepScore.Of([.. metrics.Select((letter, index) => Verdict(letter, index, 1))], passScore);

        result.Why.ShouldStartWith(why);
        result.Outcome.ShouldBe(outcome);
        result.Score.ShouldBe(score);
    }

    [Theory]
    [InlineData(3, 1, AnalysisOutcome.Pass, 75)]
    [InlineData(1, 3, AnalysisOutcome.Fail, 25)]
    [InlineData(1, 2, AnalysisOutcome.Fail, 33.333333333)]
    public void Weights_count(double passed, double failed, AnalysisOutcome outcome, double score)
    {
        var result = StepScore.Of([Verdict('p', 0, passed), Verdict('f', 1, failed)], 75);

        (result.Outcome, result.Score).ShouldBe((outcome, score));
    }

    [Fact]
    public void Thirds_make_a_whole() =>
        StepScore.Of([.. Enumerable.Range(0, 3).Select(index => Verdict('p', index, 0.1))], 100).Outcome.ShouldBe(AnalysisOutcome.Pass);

    private static MetricVerdict Verdict(char letter, int index, double weight)
    {
        var outcome = char.ToLowerInvariant(letter) switch
        {
            'p' => AnalysisOutcome.Pass,
            'f' => AnalysisOutcome.Fail,
            _ => AnalysisOutcome.Inconclusive,
        };
        return new MetricVerdict($"m{index}", outcome, "because", weight, char.IsUpper(letter), new SampleSummary(0, 0, 0, null, null, null));
    }
}
