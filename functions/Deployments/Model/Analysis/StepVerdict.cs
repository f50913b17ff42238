namespace Sluice.Deployments.Model.Analysis;

/// <summary>What was found of one step.</summary>
/// <param name="Step">The step.</param>
/// <param name="What">For people: its share of the traffic.</param>
/// <param name="Look">Which judgement of this step, from 1; each further one follows an extension.</param>
/// <param name="Time">When it was judged.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="Why">In words.</param>
/// <param name="Score">The percentage of the weights that passed.</param>
/// <param name="PassScore">The least that is enough.</param>
/// <param name="Window">The minutes that were judged.</param>
/// <param name="Metrics">The metrics one by one; left out of a deployment's older verdicts, whose events have them.</param>
public sealed record StepVerdict(
    int Step,
    string What,
    int Look,
    DateTimeOffset Time,
    AnalysisOutcome Outcome,
    string Why,
    double Score,
    double PassScore,
    AnalysisWindow Window,
    IReadOnlyList<MetricVerdict> Metrics);
