using Sluice.Deployments.Statistics;

namespace Sluice.Deployments.Model.Analysis;

/// <summary>A range of values, as CloudWatch counts them.</summary>
/// <param name="Stat">Its trimmed count of the range, the lower bound excluded and the upper one included: <c>TC(100:110)</c>.</param>
/// <param name="Side">On which side of the old version's level it is; null if on the good one.</param>
/// <param name="IsFar">Whether it is beyond the level by the least change that matters.</param>
internal sealed record LevelCell(string Stat, ChangeDirection? Side, bool IsFar);
