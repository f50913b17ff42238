using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

internal sealed class PassState(StateFrame frame, Data? result) : State(frame)
{
    internal override StateKind Kind => StateKind.Pass;

    internal override void Execute(IVisit visit)
    {
        var input = EffectiveInput(visit);
        visit.Complete(Output(visit, result ?? input), Frame.Next);
    }
}
