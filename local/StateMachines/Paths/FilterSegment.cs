using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>[?(@.price &lt; 10)]</c>: the items of an array, or an object itself, of which the filter is true.</summary>
internal sealed class FilterSegment(Filter filter) : Segment
{
    internal override bool IsDefinite => false;

    internal override void Select(Data from, Data root, List<Data> found)
    {
        if (from is DataObject)
        {
            AddIfTrue(from, root, found);
        }
        else if (from is DataArray array)
        {
            foreach (var item in array.Items)
            {
                AddIfTrue(item, root, found);
            }
        }
    }

    private void AddIfTrue(Data item, Data root, List<Data> found)
    {
        if (filter.IsTrue(item, root))
        {
            found.Add(item);
        }
    }
}
