namespace Sluice.Local.StateMachines.Journaling;

/// <summary>All that a journal knows of an execution.</summary>
/// <param name="Start">How it started.</param>
/// <param name="Entries">What came to it, in order.</param>
/// <param name="Ended">Whether its end has been told.</param>
public sealed record JournaledExecution(ExecutionStart Start, IReadOnlyList<JournalEntry> Entries, bool Ended);
