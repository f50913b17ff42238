using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>[?(@.name)]</c>: there is such a value, be it null; an indefinite path has to find something.</summary>
internal sealed class Exists(Operand operand) : Filter
{
    internal override bool IsTrue(Data item, Data root) => operand.Value(item, root) switch
    {
        null => false,
        DataArray array when operand.IsIndefinite => array.Items.Length > 0,
        _ => true,
    };
}
