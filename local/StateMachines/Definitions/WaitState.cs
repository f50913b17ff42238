using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Running;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Waits for some seconds, or until a time; a time in the past is no wait.</summary>
internal sealed class WaitState(StateFrame frame, Seconds? seconds, WaitEnd? until) : State(frame)
{
    private static readonly StateKind Wait = new(EventType.WaitStateEntered, EventType.WaitStateExited, EventType.WaitStateAborted);

    internal override StateKind Kind => Wait;

    internal override void Execute(Visit visit)
    {
        var input = EffectiveInput(visit);
        var scope = new Scope(input, visit);
        if (seconds is null)
        {
            visit.WaitUntil(until!.Evaluate(scope, visit.Run.Now), Done);
        }
        else
        {
            visit.WaitFor(TimeSpan.FromSeconds(seconds.Evaluate(scope)), Done);
        }

        void Done() => visit.Complete(Output(visit, input), Frame.Next);
    }

}
