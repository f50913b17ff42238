using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Deployments.Analysis.Judging;
using Sluice.Deployments.Analysis.Sampling;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Tests.Analysis.Judging;

namespace Sluice.Deployments.Tests.Analysis.Simulation;

/// <summary>One step of a release whose requests are drawn at random, judged by the same code as a real one, the second reading included.</summary>
internal sealed class SimulatedStep(AnalysisPlan plan, Traffic traffic, SimulatedVersion now, SimulatedVersion before)
{
    private static readonly MetricSubjects _subjects = new(Values("2"), Values("1"));

    /// <summary>The outcomes of steps with the seeds from 1 on.</summary>
    public static IReadOnlyDictionary<AnalysisOutcome, int> Judge(AnalysisPlan plan, Traffic traffic, Behaviour now, Behaviour before, int trials)
    {
        var outcomes = new AnalysisOutcome[trials];
        Parallel.For(0, trials, trial => outcomes[trial] = Draw(plan, traffic, now, before, trial + 1).Outcome());
        return outcomes.CountBy(outcome => outcome).ToDictionary();
    }

    public AnalysisOutcome Outcome()
    {
        var window = Answers.Window(traffic.Minutes);
        var answer = Answer(MetricDataRequest.Of(plan, _subjects, window));
        if (LevelSplits.Needed(plan, hasOld: true, window, answer) is { Count: > 0 } cells)
        {
            answer = Answer(MetricDataRequest.Of(plan, _subjects, window, cells));
        }

        return StepJudge.Judge(plan, new JudgedStep(1, "", 1, true) { HasEvenShares = traffic.NewPercent == 50 }, window, answer, window.End).Outcome;
    }

    private static SimulatedStep Draw(AnalysisPlan plan, Traffic traffic, Behaviour now, Behaviour before, int seed)
    {
        var draws = new Draws(seed);
        var withLatencies = plan.Metrics.Any(metric => metric.Per.Count == 0);
        return new SimulatedStep(
            plan, traffic, SimulatedVersion.Draw(traffic, isNew: true, now, withLatencies, draws), SimulatedVersion.Draw(traffic, isNew: false, before, withLatencies, draws));
    }

    private MetricDataAnswer Answer(JsonObject request) => new([.. ((JsonArray)request["MetricDataQueries"]!).Select(query => Result((string)query!["Id"]!, query["MetricStat"]!))]);

    private MetricDataResult Result(string id, JsonNode query)
    {
        var (metric, stat) = ((string)query["Metric"]!["MetricName"]!, (string)query["Stat"]!);
        var version = (string)query["Metric"]!["Dimensions"]![2]!["Value"]! == "2" ? now : before;
        var points = Enumerable.Range(0, traffic.Minutes).Select(minute => (Time: Answers.Start.AddMinutes(minute), Value: version.Value(metric, stat, minute))).Where(point => point.Value is not null).ToList();
        return new MetricDataResult(id, "Complete", [.. points.Select(point => point.Time)], [.. points.Select(point => JsonSerializer.SerializeToElement(point.Value!.Value))]);
    }

    private static Dictionary<string, string> Values(string version) => new() { ["FunctionName"] = "fn", ["Alias"] = "live", ["Version"] = version };
}
