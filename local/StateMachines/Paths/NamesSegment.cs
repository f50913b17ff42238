using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>['a','b']</c>. At the end of a path it gives an object of those members, as the Jayway library does, on which AWS's paths stand; elsewhere each of them.</summary>
internal sealed class NamesSegment(IReadOnlyList<string> names, bool isLast) : Segment
{
    internal override bool IsDefinite => isLast;

    internal override string Step => string.Join(',', names.Select(name => $"'{name}'"));

    internal NamesSegment InTheMiddle() => new(names, isLast: false);

    internal override void Select(Data from, Data root, List<Data> found)
    {
        if (from is not DataObject members)
        {
            return;
        }

        var picked = new DataObjectBuilder();
        foreach (var name in names)
        {
            if (!members.TryGet(name, out var value))
            {
                continue;
            }

            picked.Set(name, value);
            if (!isLast)
            {
                found.Add(value);
            }
        }

        if (isLast)
        {
            found.Add(picked.Build());
        }
    }
}
