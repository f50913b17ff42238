namespace Sluice.Local.Commands.Planning;

/// <summary>A stage as a run would go through it.</summary>
/// <param name="StageName">Its name.</param>
/// <param name="Needs">The stages that it comes after.</param>
/// <param name="Entry">How a run would come into it if it came to it now.</param>
/// <param name="Rules">The rules of its conditions.</param>
/// <param name="Actions">Its actions, in the order in which they run.</param>
internal sealed record PlannedStage(string StageName, IReadOnlyList<string> Needs, PlannedEntry Entry, IReadOnlyList<PlannedRule> Rules, IReadOnlyList<PlannedAction> Actions);
