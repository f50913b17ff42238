using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>.name</c> and <c>['name']</c>.</summary>
internal sealed class NameSegment(string name) : Segment
{
    internal string Name { get; } = name;

    internal override bool IsDefinite => true;

    internal override string Step => Name;

    internal override string Shown => $"['{Name}']";

    internal override void Select(Data from, Data root, List<Data> found)
    {
        if (from is DataObject members && members.TryGet(Name, out var value))
        {
            found.Add(value);
        }
    }
}
