using Sluice.Local.StateMachines.Definitions;

namespace Sluice.Local.StateMachines.Histories;

/// <summary>The events that tell of a stay in a state. A Fail state is never left; one that does not wait is never aborted.</summary>
internal sealed record StateEvents(EventType Entered, EventType? Exited = null, EventType? Aborted = null)
{
    private static readonly Dictionary<StateKind, StateEvents> Table = new()
    {
        [StateKind.Task] = new(EventType.TaskStateEntered, EventType.TaskStateExited, EventType.TaskStateAborted),
        [StateKind.Pass] = new(EventType.PassStateEntered, EventType.PassStateExited),
        [StateKind.Choice] = new(EventType.ChoiceStateEntered, EventType.ChoiceStateExited),
        [StateKind.Wait] = new(EventType.WaitStateEntered, EventType.WaitStateExited, EventType.WaitStateAborted),
        [StateKind.Succeed] = new(EventType.SucceedStateEntered, EventType.SucceedStateExited),
        [StateKind.Fail] = new(EventType.FailStateEntered),
        [StateKind.Parallel] = new(EventType.ParallelStateEntered, EventType.ParallelStateExited, EventType.ParallelStateAborted),
        [StateKind.Map] = new(EventType.MapStateEntered, EventType.MapStateExited, EventType.MapStateAborted),
    };

    internal static StateEvents Of(StateKind kind) => Table[kind];
}
