namespace Sluice.Deployments.Model.Analysis;

/// <summary>Between what the new version's level must be, the bounds included.</summary>
public sealed record MetricThreshold(double? Min, double? Max);
