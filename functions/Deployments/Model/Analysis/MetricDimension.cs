namespace Sluice.Deployments.Model.Analysis;

/// <summary>One dimension of a metric; the value may hold placeholders such as <c>${Version}</c>.</summary>
public sealed record MetricDimension(string Name, string Value);
