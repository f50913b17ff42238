using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Templates;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>An inline Map.</summary>
internal sealed class MapState(StateFrame frame, DataPath? itemsPath, Expression? itemSelector, Seconds maxConcurrency, StateGraph processor) : State(frame)
{
    internal override StateKind Kind => StateKind.Map;

    internal StateGraph Processor => processor;

    internal Expression? ItemSelector => itemSelector;

    internal override void Execute(IVisit visit)
    {
        var input = EffectiveInput(visit);
        var scope = new Scope(input, visit);
        var array = Items(scope);
        var most = maxConcurrency.Evaluate(scope);
        var width = most is 0 or > Limits.InlineMapConcurrency ? Limits.InlineMapConcurrency : most;
        visit.Iterate(this, input, array, width);
    }

    private DataArray Items(in Scope scope)
    {
        var items = itemsPath is null ? scope.Input : itemsPath.TryFind(scope) ?? throw PathFailures.Conflict(itemsPath, itemsPath.Root(scope));
        return items as DataArray
            ?? throw StateFailedException.Runtime($"Reference path \"{(itemsPath is { OnContext: true } ? itemsPath.Text[1..] : itemsPath?.Text ?? "$")}\" must point to array.");
    }
}
