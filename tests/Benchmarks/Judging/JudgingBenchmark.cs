using System.Globalization;
using Sluice.Deployments.Model.Analysis;
using Sluice.Deployments.Tests.Analysis.Judging;
using Sluice.Deployments.Tests.Analysis.Simulation;

namespace Sluice.Benchmarks.Judging;

/// <summary>How often canaries that are sound fail, and how often ones that are not are found, by simulation with fixed seeds.</summary>
internal sealed class JudgingBenchmark : IBenchmark
{
    private const int Trials = 500;

    // Latencies are drawn one by one, so that a busy service takes a while.
    private const int FewTrials = 100;
    private const int Many = 10_000;

    private static readonly AnalysisPlan _errors = Answers.Plan("""{"Metrics": [{"Name": "ErrorRate"}]}""");
    private static readonly AnalysisPlan _errorsByChance = Answers.Plan("""{"Metrics": [{"Name": "ErrorRate", "Compare": {"EffectSize": 0, "MinimumChange": 0}}]}""");
    private static readonly AnalysisPlan _duration = Answers.Plan("""{"Metrics": [{"Name": "Duration"}]}""");
    private static readonly AnalysisPlan _durationByChance = Answers.Plan("""{"Metrics": [{"Name": "Duration", "Compare": {"EffectSize": 0, "MinimumChange": 0}}]}""");

    private static readonly IReadOnlyList<(string Name, AnalysisPlan Plan, Behaviour New, Behaviour Old)> _columns =
    [
        ("same 1 %", _errorsByChance, new(1), new(1)),
        ("same ms", _durationByChance, new(), new()),
        ("bursts", _errorsByChance, new(0.5, OwnMinutes: 1, Correlation: 0.3), new(0.5, OwnMinutes: 1, Correlation: 0.3)),
        ("waves", _durationByChance, new(OwnMinutes: 0.2, Correlation: 0.3), new(OwnMinutes: 0.2, Correlation: 0.3)),
        ("5 : 1 %", _errors, new(5), new(1)),
        ("2 x ms", _duration, new(Latency: 200), new()),
    ];

    public string Name => "judging";

    public string Title => $"percent of simulated canaries that fail their analysis at a confidence of 0.98, of {Trials} each (of {FewTrials} with many latencies)";

    public async Task RunAsync(TextWriter output)
    {
        await output.WriteLineAsync($"  {"split",-7}{"a minute",9}{"minutes",8}   {string.Concat(_columns.Select(column => $"{column.Name,12}"))}");
        foreach (var newPercent in new[] { 50, 10, 1 })
        {
            foreach (var perMinute in new[] { 10, 90, 450, 3000 })
            {
                foreach (var minutes in new[] { 10, 30, 100 })
                {
                    await output.WriteLineAsync(Row(new Traffic(perMinute, newPercent, minutes)));
                }
            }
        }
    }

    private static string Row(Traffic traffic) =>
        $"  {$"{100 - traffic.NewPercent}:{traffic.NewPercent}",-7}{traffic.PerMinute,9}{traffic.Minutes,8}   {string.Concat(_columns.Select(column => $"{Cell(traffic, column.Plan, column.New, column.Old),12}"))}";

    // In brackets, how many were inconclusive, unless that rounds to none.
    private static string Cell(Traffic traffic, AnalysisPlan plan, Behaviour now, Behaviour before)
    {
        var hasMany = plan.Metrics[0].Per.Count == 0 && traffic.PerMinute * traffic.Minutes > Many;
        var trials = hasMany ? FewTrials : Trials;
        var outcomes = SimulatedStep.Judge(plan, traffic, now, before, trials);
        var unknown = Percent(AnalysisOutcome.Inconclusive);
        return unknown < 0.5 ? Text(Percent(AnalysisOutcome.Fail)) : $"{Text(Percent(AnalysisOutcome.Fail))} ({unknown.ToString("0", CultureInfo.InvariantCulture)})";

        double Percent(AnalysisOutcome outcome) => 100.0 * outcomes.GetValueOrDefault(outcome) / trials;
    }

    private static string Text(double percent) => percent.ToString("0.0", CultureInfo.InvariantCulture);
}
