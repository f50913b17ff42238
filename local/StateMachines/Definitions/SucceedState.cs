namespace Sluice.Local.StateMachines.Definitions;

internal sealed class SucceedState(StateFrame frame) : State(frame)
{
    internal override StateKind Kind => StateKind.Succeed;

    internal override void Execute(IVisit visit) => visit.Complete(Output(visit, EffectiveInput(visit)), null);
}
