using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Calls a service and waits as its pattern says.</summary>
internal sealed class TaskState(StateFrame frame, TaskResource resource, Seconds? timeout, Seconds? heartbeat) : State(frame)
{
    internal override StateKind Kind => StateKind.Task;

    internal TaskResource Resource => resource;

    internal override void Execute(IVisit visit)
    {
        visit.ReserveCall(resource.Pattern != ServicePattern.RequestResponse);
        var input = EffectiveInput(visit);
        var scope = new Scope(visit.Input, visit);
        visit.Call(this, input, timeout?.Evaluate(scope), heartbeat?.Evaluate(scope));
    }

    internal void Returned(IVisit visit, Data result) => visit.Complete(Output(visit, visit.Limited(result)), Frame.Next);
}
