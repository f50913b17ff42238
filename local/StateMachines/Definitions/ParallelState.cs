using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Running;

namespace Sluice.Local.StateMachines.Definitions;

internal sealed class ParallelState(StateFrame frame, IReadOnlyList<StateGraph> branches) : State(frame)
{
    private static readonly StateKind Parallel = new(EventType.ParallelStateEntered, EventType.ParallelStateExited, EventType.ParallelStateAborted, CanRetry: true);

    internal override StateKind Kind => Parallel;

    internal IReadOnlyList<StateGraph> Branches => branches;

    internal override void Execute(Visit visit) => visit.FanOut(new ParallelFanOut(visit, this, EffectiveInput(visit)));
}
