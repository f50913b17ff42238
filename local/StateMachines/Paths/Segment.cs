using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>One step of a path, from a value to some of the values in it.</summary>
internal abstract class Segment
{
    /// <summary>Whether it leads to one value at most.</summary>
    internal abstract bool IsDefinite { get; }

    /// <summary>The name or index alone, for messages.</summary>
    internal virtual string Step => "";

    /// <summary>As in <c>$['a'][0]</c>, for messages.</summary>
    internal virtual string Shown => $"[{Step}]";

    /// <summary>Adds what it leads to; nothing, if there is no such thing.</summary>
    internal abstract void Select(Data from, Data root, List<Data> found);

    internal static IEnumerable<Data> Children(Data of) => of switch
    {
        DataArray array => array.Items,
        DataObject members => members.Members.Select(member => member.Value),
        _ => [],
    };
}
