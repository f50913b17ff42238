using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Definitions;

/// <summary>A compiled state.</summary>
internal abstract class State(StateFrame frame)
{
    internal StateFrame Frame { get; } = frame;

    internal string Name => Frame.Name;

    /// <summary>The names of states that can follow.</summary>
    internal virtual IEnumerable<string> Successors => Frame.Next is null ? [] : [Frame.Next];

    internal abstract StateKind Kind { get; }

    /// <summary>Whether it can have <c>Retry</c>.</summary>
    internal bool CanRetry => Kind is StateKind.Task or StateKind.Parallel or StateKind.Map;

    /// <summary>Does the state's work as far as it can be done now. It ends the visit, or leaves it with something pending.</summary>
    /// <exception cref="StateFailedException">The state fails.</exception>
    internal abstract void Execute(IVisit visit);

    /// <summary>The raw input after InputPath and Parameters.</summary>
    internal Data EffectiveInput(IVisit visit)
    {
        var input = Frame.InputPath.Select(new Scope(visit.Input, visit));
        return Frame.Parameters is null ? input : visit.Limited(Frame.Parameters.Evaluate(new Scope(input, visit), "Parameters"));
    }

    /// <summary>A result after ResultSelector, ResultPath and OutputPath.</summary>
    internal Data Output(IVisit visit, Data result)
    {
        var selected = Frame.ResultSelector is null ? result : Frame.ResultSelector.Evaluate(new Scope(result, visit), "ResultSelector");
        var combined = Frame.ResultPath.Combine(visit.Input, selected);
        return Frame.OutputPath.Select(new Scope(combined, visit));
    }
}
