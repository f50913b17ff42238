using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Paths;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Choices;

/// <summary><c>IsPresent</c>: the only operator for which a variable may be missing. Null is present.</summary>
internal sealed class IsPresent(DataPath variable, bool expected) : Condition
{
    internal override bool IsTrue(in Scope scope)
    {
        var found = variable.TryFind(scope);
        var present = found is not null && (variable.IsDefinite || found is DataArray { Items.Length: > 0 });
        return present == expected;
    }
}
