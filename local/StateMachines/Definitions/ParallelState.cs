namespace Sluice.Local.StateMachines.Definitions;

internal sealed class ParallelState(StateFrame frame, IReadOnlyList<StateGraph> branches) : State(frame)
{
    internal override StateKind Kind => StateKind.Parallel;

    internal IReadOnlyList<StateGraph> Branches => branches;

    internal override void Execute(IVisit visit) => visit.Branch(this, EffectiveInput(visit));
}
