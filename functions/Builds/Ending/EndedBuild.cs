using Sluice.BuildContract;

namespace Sluice.Builds.Ending;

/// <summary>How a build ended.</summary>
/// <param name="BuildId">Which build.</param>
/// <param name="Status">How.</param>
/// <param name="Metrics">For the machine to hand to CloudWatch.</param>
public sealed record EndedBuild(string BuildId, BuildStatus Status, IReadOnlyList<MetricDatum> Metrics);
