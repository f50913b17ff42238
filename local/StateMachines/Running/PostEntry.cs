using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>Brings an execution what came to it; never throws.</summary>
internal delegate void PostEntry(JournalEntryKind kind, int handle, Data? output, string? error, string? cause, DateTimeOffset? notBefore);
