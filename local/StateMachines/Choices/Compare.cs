using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Templates;

namespace Sluice.Local.StateMachines.Choices;

/// <summary>Compares the variable with a constant or with what a path finds (the operator's <c>Path</c> form). Values of another type make it false.</summary>
internal sealed class Compare(ComparedPath variable, string field, Comparer comparer, Expression with) : Condition
{
    internal override bool IsTrue(in Scope scope) => comparer(variable.Find(scope), with.Evaluate(scope, field));
}
