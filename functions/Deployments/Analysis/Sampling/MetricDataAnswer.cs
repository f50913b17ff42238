namespace Sluice.Deployments.Analysis.Sampling;

/// <summary>What the machine got for a <see cref="MetricDataRequest"/>: the series, or the error that it gave up with.</summary>
public sealed record MetricDataAnswer(IReadOnlyList<MetricDataResult>? MetricDataResults, string? Error = null, string? Cause = null);
