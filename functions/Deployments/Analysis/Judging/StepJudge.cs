using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;

namespace Sluice.Deployments.Analysis.Judging;

/// <summary>Judges a step by what CloudWatch says of its minutes.</summary>
internal static class StepJudge
{
    public static StepVerdict Judge(AnalysisPlan plan, JudgedStep step, AnalysisWindow window, MetricDataAnswer answer, DateTimeOffset now)
    {
        var reader = new SampleReader(answer, window);
        var verdicts = MetricDataRequest.Judged(plan, step.HasOld)
            .Select((metric, index) => MetricJudge.Judge(
                metric, reader.Read(metric, index, isNew: true), step.HasOld && metric.Compare is not null ? reader.Read(metric, index, isNew: false) : null, step.HasEvenShares))
            .ToList();
        var score = StepScore.Of(verdicts, plan.PassScore);
        return new StepVerdict(step.Step, step.What, step.Look, now, score.Outcome, score.Why, score.Score, plan.PassScore, window, verdicts);
    }
}
