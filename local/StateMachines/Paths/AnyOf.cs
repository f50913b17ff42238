using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>||</c>.</summary>
internal sealed class AnyOf(IReadOnlyList<Filter> filters) : Filter
{
    internal override bool IsTrue(Data item, Data root) => filters.Any(filter => filter.IsTrue(item, root));
}
