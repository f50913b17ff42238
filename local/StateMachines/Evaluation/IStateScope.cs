using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Evaluation;

/// <summary>What the evaluation of a field may ask beside its data.</summary>
internal interface IStateScope
{
    /// <summary>The context object, <c>$$</c>.</summary>
    Data Context { get; }

    /// <summary>The execution's own source of chance: the same again when the execution is replayed.</summary>
    Draws Draws { get; }
}
