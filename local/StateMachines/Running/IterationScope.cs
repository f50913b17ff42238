using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>What ItemSelector sees: the Map state, with the item of one iteration.</summary>
internal sealed class IterationScope(Visit visit, DataObject mapItem) : IStateScope
{
    public Data Context => ((DataObject)visit.Context).With("Map", mapItem);

    public Draws Draws => visit.Draws;
}
