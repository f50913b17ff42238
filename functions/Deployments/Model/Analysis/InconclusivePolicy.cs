namespace Sluice.Deployments.Model.Analysis;

/// <summary>What follows on an inconclusive judgement.</summary>
/// <param name="Extend">How often a step is baked on and judged again.</param>
/// <param name="ExtendSeconds">For how long each time; null is the step's own bake.</param>
/// <param name="Then">What is done when that did not help.</param>
public sealed record InconclusivePolicy(int Extend, int? ExtendSeconds, InconclusiveThen Then);
