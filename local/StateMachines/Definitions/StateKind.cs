using Sluice.Local.StateMachines.Histories;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A state's <c>Type</c>: the events that tell of it, and whether it can have <c>Retry</c>.</summary>
internal sealed record StateKind(EventType Entered, EventType Exited, EventType? Aborted, bool CanRetry = false);
