using Sluice.Local.StateMachines.Evaluation;

namespace Sluice.Local.StateMachines.Choices;

internal sealed class OrCondition(Condition[] conditions) : Condition
{
    internal override bool IsTrue(in Scope scope)
    {
        foreach (var condition in conditions)
        {
            if (condition.IsTrue(scope))
            {
                return true;
            }
        }

        return false;
    }
}
