using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Choices;

internal sealed class NotCondition(Condition condition) : Condition
{
    internal override bool IsTrue(in Scope scope) => !condition.IsTrue(scope);
}
