using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>Waits for some seconds, or until a time; a time in the past is no wait.</summary>
internal sealed class WaitState(StateFrame frame, Seconds? seconds, WaitEnd? until) : State(frame)
{
    internal override StateKind Kind => StateKind.Wait;

    internal override void Execute(IVisit visit)
    {
        var input = EffectiveInput(visit);
        var scope = new Scope(input, visit);
        if (seconds is null)
        {
            visit.WaitUntil(until!.Evaluate(scope, visit.Now), Done);
        }
        else
        {
            visit.WaitFor(TimeSpan.FromSeconds(seconds.Evaluate(scope)), Done);
        }

        void Done() => visit.Complete(Output(visit, input), Frame.Next);
    }

}
