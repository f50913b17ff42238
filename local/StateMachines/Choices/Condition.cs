using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Choices;

/// <summary>A choice rule's question.</summary>
internal abstract class Condition
{
    internal abstract bool IsTrue(in Scope scope);
}
