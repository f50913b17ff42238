namespace Sluice.Deployments.Statistics;

/// <summary>What the test says of two proportions.</summary>
/// <param name="First">The first version's counts, added up.</param>
/// <param name="Second">The second's.</param>
/// <param name="ExactPValue">The probability of so great a difference if each request fails for itself, at the same rate.</param>
/// <param name="PValue">That, corrected for bursts.</param>
/// <param name="Variance">How many times as much the counts vary from period to period as they would then.</param>
internal sealed record ProportionResult(Proportion First, Proportion Second, double ExactPValue, double PValue, double Variance);
