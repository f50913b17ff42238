namespace Sluice.Local.Commands.Planning;

/// <summary>A step of traffic.</summary>
/// <param name="Percent">What the new version gets.</param>
/// <param name="Seconds">For how long, before the next step; null where it is until somebody lets it go on, and of the last one.</param>
internal sealed record PlannedStep(decimal Percent, int? Seconds);
