using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

internal sealed class MapFanOut(Visit visit, MapState state, Data input, DataArray items, int width) : FanOut(visit, items.Items.Length)
{
    protected override EventType StartedEvent => EventType.MapStateStarted;

    protected override EventType SucceededEvent => EventType.MapStateSucceeded;

    protected override EventType FailedEvent => EventType.MapStateFailed;

    protected override object? StartedDetails => items.Items.Length;

    protected override void StartMore()
    {
        while (Running < width && Started < items.Items.Length)
        {
            var item = items.Items[Started];
            var strand = new Strand(Visit.Run, state.Processor, this, Started, ContextObject.MapItem(Started, item)) { LastEvent = Visit.Strand.LastEvent };
            var selected = state.ItemSelector?.Evaluate(new Scope(input, new IterationScope(Visit, strand.MapItem!)), "ItemSelector") ?? item;
            strand.Log(EventType.MapIterationStarted, state.Name, extra: Index(strand));
            Start(strand, state.Processor.First, Visit.Limited(selected));
        }
    }

    protected override int OnSucceeded(Strand strand) => Tell(EventType.MapIterationSucceeded, strand, strand.LastEvent);

    protected override void OnFailed(Strand strand, int because) => Tell(EventType.MapIterationFailed, strand, because);

    protected override void OnAborted(Strand strand, int because) => Tell(EventType.MapIterationAborted, strand, because);

    private int Tell(EventType type, Strand strand, int previous) => strand.LogBeside(type, previous, state.Name, Index(strand));

    private static DataNumber Index(Strand strand) => DataNumber.Of((long)strand.Index);
}
