using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>&amp;&amp;</c>.</summary>
internal sealed class AllOf(IReadOnlyList<Filter> filters) : Filter
{
    internal override bool IsTrue(Data item, Data root) => filters.All(filter => filter.IsTrue(item, root));
}
