using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary><c>[0]</c>, <c>[-1]</c> (from the end) and <c>[0,2]</c>.</summary>
internal sealed class IndexSegment(IReadOnlyList<int> indexes) : Segment
{
    internal int First => indexes[0];

    internal override bool IsDefinite => indexes.Count == 1;

    internal override string Step => string.Join(',', indexes);

    internal override void Select(Data from, Data root, List<Data> found)
    {
        if (from is not DataArray array)
        {
            return;
        }

        foreach (var index in indexes)
        {
            var at = index < 0 ? array.Items.Length + index : index;
            if (at >= 0 && at < array.Items.Length)
            {
                found.Add(array.Items[at]);
            }
        }
    }
}
