using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

internal sealed class ParallelFanOut(Visit visit, ParallelState state, Data input) : FanOut(visit, state.Branches.Count)
{
    protected override EventType StartedEvent => EventType.ParallelStateStarted;

    protected override EventType SucceededEvent => EventType.ParallelStateSucceeded;

    protected override EventType FailedEvent => EventType.ParallelStateFailed;

    protected override object? StartedDetails => null;

    protected override void StartMore()
    {
        while (Started < state.Branches.Count)
        {
            var branch = state.Branches[Started];
            var strand = new Strand(Visit.Run, branch, this, Started, Visit.Strand.MapItem) { LastEvent = Visit.Strand.LastEvent };
            Start(strand, branch.First, input);
        }
    }

    protected override int OnSucceeded(Strand strand) => strand.LastEvent;

    protected override void OnFailed(Strand strand, int because)
    {
    }

    protected override void OnAborted(Strand strand, int because)
    {
    }
}
