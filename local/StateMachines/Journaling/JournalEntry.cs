using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Journaling;

/// <summary>Something that came to an execution from outside.</summary>
/// <param name="Number">From 1, without gaps in an execution.</param>
/// <param name="Time">When; the execution's clock stands at this time while it is applied.</param>
/// <param name="Kind">What came.</param>
/// <param name="Handle">Which of the execution's calls or timers it is about; 0 for none.</param>
/// <param name="Output">A call's or task's output.</param>
/// <param name="Error">A failure's error.</param>
/// <param name="Cause">A failure's cause.</param>
public sealed record JournalEntry(int Number, DateTimeOffset Time, JournalEntryKind Kind, int Handle, Data? Output, string? Error, string? Cause);
