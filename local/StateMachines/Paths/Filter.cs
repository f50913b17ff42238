using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>A condition on an item (<c>@</c>), which may also look at the whole document (<c>$</c>).</summary>
internal abstract class Filter
{
    internal abstract bool IsTrue(Data item, Data root);
}
