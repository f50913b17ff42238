using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.StateMachines.Running;

/// <summary>What a driver has from its engine.</summary>
/// <param name="Services">Who serves calls.</param>
/// <param name="Time">The clock.</param>
/// <param name="Journal">What lasts.</param>
/// <param name="Dispatcher">Runs something soon, not on the caller's stack.</param>
/// <param name="StatusChanged">Who listens to statuses now, if anybody.</param>
/// <param name="StateEntered">Who listens to entries now, if anybody.</param>
/// <param name="Ended">Told when an execution is over.</param>
/// <param name="Unrecorded">Told of a write that failed and is tried again.</param>
/// <param name="Broken">Told of an execution that cannot go on in this process.</param>
internal sealed record DriverPorts(
    ITaskServices Services,
    TimeProvider Time,
    IExecutionJournal Journal,
    IDispatcher Dispatcher,
    Func<Action<ExecutionStatusChange>?> StatusChanged,
    Func<Action<StateEntry>?> StateEntered,
    Action<string> Ended,
    Action<Exception> Unrecorded,
    Action<string, Exception> Broken);
