using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.AppSpecs;

/// <summary>The appspec's <c>Strategy</c> block.</summary>
/// <param name="Steps">The steps before all traffic; null leaves them to the deployment's configuration.</param>
/// <param name="Rollback">The shares that the new version keeps on the way back, falling; null gives all back at once.</param>
public sealed record AppSpecStrategy(IReadOnlyList<TrafficStep>? Steps, IReadOnlyList<TrafficStep>? Rollback);
