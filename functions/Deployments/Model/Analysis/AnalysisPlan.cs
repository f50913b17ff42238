namespace Sluice.Deployments.Model.Analysis;

/// <summary>How the steps of a deployment are judged, checked whole.</summary>
/// <param name="Metrics">What is judged, at least one.</param>
/// <param name="PassScore">The least share of the weights that must pass, in percent.</param>
/// <param name="PeriodSeconds">How long one sample is.</param>
/// <param name="WarmupSeconds">How much of a step's beginning is not judged.</param>
/// <param name="SettleSeconds">How long metrics may take to arrive; the step waits that much longer than it is judged.</param>
/// <param name="Inconclusive">What follows on an inconclusive judgement.</param>
public sealed record AnalysisPlan(
    IReadOnlyList<AnalysisMetric> Metrics, double PassScore, int PeriodSeconds, int WarmupSeconds, int SettleSeconds, InconclusivePolicy Inconclusive);
