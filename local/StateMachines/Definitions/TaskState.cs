using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Calls a service and waits as its pattern says.</summary>
internal sealed class TaskState(StateFrame frame, TaskResource resource, Seconds? timeout, Seconds? heartbeat) : State(frame)
{
    private static readonly StateKind Task = new(EventType.TaskStateEntered, EventType.TaskStateExited, EventType.TaskStateAborted, CanRetry: true);

    internal override StateKind Kind => Task;

    internal TaskResource Resource => resource;

    internal override void Execute(Visit visit)
    {
        visit.ReserveCall(resource.Pattern != ServicePattern.RequestResponse);
        var input = EffectiveInput(visit);
        var scope = new Scope(visit.Input, visit);
        visit.Call(this, input, timeout?.Evaluate(scope), heartbeat?.Evaluate(scope));
    }

    internal void Returned(Visit visit, Data result) => visit.Complete(Output(visit, visit.Limited(result)), Frame.Next);
}
