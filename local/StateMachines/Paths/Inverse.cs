using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>!</c>.</summary>
internal sealed class Inverse(Filter filter) : Filter
{
    internal override bool IsTrue(Data item, Data root) => !filter.IsTrue(item, root);
}
