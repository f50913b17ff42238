namespace Sluice.Local.Commands.Planning;

/// <summary>How the run would come into a stage if it came to it now.</summary>
/// <param name="IsOpen">Whether it would enter at once.</param>
/// <param name="Behind">The run in the stage, behind which it would wait; null if there is none.</param>
/// <param name="Supersedes">The runs that wait now, whose place it would take.</param>
/// <param name="Ahead">The runs that wait now, after which it would enter.</param>
/// <param name="DisabledBy">Who has disabled the transition; null if nobody has.</param>
/// <param name="DisabledReason">Why.</param>
internal sealed record PlannedEntry(bool IsOpen, string? Behind, IReadOnlyList<string> Supersedes, IReadOnlyList<string> Ahead, string? DisabledBy, string? DisabledReason);
