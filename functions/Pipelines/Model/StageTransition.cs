namespace Sluice.Pipelines.Model;

/// <summary>Whether runs may enter a stage, and who said so.</summary>
/// <param name="Enabled">Whether they may.</param>
/// <param name="Reason">Why not.</param>
/// <param name="ChangedAt">Since when.</param>
/// <param name="ChangedBy">The name of the key.</param>
internal sealed record StageTransition(bool Enabled, string? Reason, DateTimeOffset ChangedAt, string ChangedBy);
