using System.Text.Json;
using Sluice.Deployments.Analysis.Judging;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Platform.Json;
using static Sluice.Deployments.Tests.Analysis.Judging.Answers;

namespace Sluice.Deployments.Tests.Analysis.Judging;

public sealed class StepJudgeTests
{
    private const string Two = """{"Metrics": [{"Name": "Duration"}, {"Name": "ErrorRate", "Weight": 3}], "PassScore": 75}""";

    [Fact]
    public void Tells_which_step_and_which_minutes_were_judged_and_how()
    {
        var verdict = Judged();

        verdict.ShouldSatisfyAllConditions(
            () => (verdict.Step, verdict.What, verdict.Look).ShouldBe((3, "10 %", 1)),
            () => verdict.Window.ShouldBe(new AnalysisWindow(Start, Start.AddMinutes(5), 60)),
            () => verdict.Time.ShouldBe(Start.AddMinutes(7)),
            () => (verdict.Outcome, verdict.Score, verdict.PassScore).ShouldBe((AnalysisOutcome.Pass, 75, 75)),
            () => verdict.Metrics.Select(metric => metric.Outcome).ShouldBe([AnalysisOutcome.Fail, AnalysisOutcome.Pass]));
    }

    [Fact]
    public void Is_the_same_after_it_was_stored()
    {
        var stored = JsonSerializer.Serialize(Judged(), SluiceJson.Options);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<StepVerdict>(stored, SluiceJson.Options), SluiceJson.Options).ShouldBe(stored);
    }

    [Theory]
    [InlineData("CloudWatch.CloudWatchException", "Rate exceeded", "CloudWatch did not answer: Rate exceeded")]
    [InlineData("States.Timeout", null, "CloudWatch did not answer: States.Timeout")]
    [InlineData(null, null, "CloudWatch did not answer: it gave no data")]
    public void Metrics_that_could_not_be_read_are_inconclusive(string? error, string? cause, string why)
    {
        var verdict = StepJudge.Judge(Plan(Two), new JudgedStep(1, "10 %", 1, true), Window(5), new MetricDataAnswer(null, error, cause), Start);

        verdict.Outcome.ShouldBe(AnalysisOutcome.Inconclusive);
        verdict.Metrics.ShouldAllBe(metric => metric.Why == why);
    }

    [Fact]
    public void The_record_keeps_the_newest_verdicts_whole_and_the_outcomes_of_the_others()
    {
        IReadOnlyList<StepVerdict> verdicts = [];
        for (var step = 1; step <= 400; step++)
        {
            verdicts = VerdictList.Add(verdicts, Judged() with { Step = step });
        }

        verdicts.Count.ShouldBe(300);
        verdicts.Select(verdict => verdict.Step).ShouldBe(Enumerable.Range(101, 300));
        verdicts.Count(verdict => verdict.Metrics.Count > 0).ShouldBe(30);
        verdicts.TakeLast(30).ShouldAllBe(verdict => verdict.Metrics.Count == 2);
        verdicts.ShouldAllBe(verdict => verdict.Outcome == AnalysisOutcome.Pass && verdict.Score == 75);
    }

    private static StepVerdict Judged() => new Answers()
        .With("new0_value", 140, 150, 145, 160, 155).With("old0_value", 100, 104, 98, 101, 103)
        .With("new1_per0", Same(20, 5)).With("old1_per0", Same(180, 5)).Judge(Two);
}
