using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Choices;

/// <summary><c>IsNull</c>, <c>IsNumeric</c>, <c>IsString</c>, <c>IsBoolean</c>, <c>IsTimestamp</c>.</summary>
internal sealed class IsOfType(ComparedPath variable, Func<Data, bool> isOfType, bool expected) : Condition
{
    internal override bool IsTrue(in Scope scope) => isOfType(variable.Find(scope)) == expected;
}
