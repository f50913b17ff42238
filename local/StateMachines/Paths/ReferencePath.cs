using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Paths;

/// <summary>Writes a value at a place (<c>ResultPath</c>); objects on the way are made.</summary>
internal static class ReferencePath
{
    internal static Data Write(DataPath path, Data into, Data value) => Write(path, 0, into, value);

    private static Data Write(DataPath path, int depth, Data? into, Data value)
    {
        if (depth == path.Segments.Length)
        {
            return value;
        }

        return path.Segments[depth] switch
        {
            NameSegment name => WriteMember(path, depth, into, name.Name, value),
            IndexSegment index => WriteItem(path, depth, into, index.First, value),
            _ => throw Mismatch(path, into),
        };
    }

    private static DataObject WriteMember(DataPath path, int depth, Data? into, string name, Data value)
    {
        var members = (into ?? DataObject.Empty) as DataObject ?? throw Mismatch(path, into);
        members.TryGet(name, out var below);
        return members.With(name, Write(path, depth + 1, below, value));
    }

    private static DataArray WriteItem(DataPath path, int depth, Data? into, int index, Data value)
    {
        if (into is not DataArray array)
        {
            throw Mismatch(path, into);
        }

        var at = index < 0 ? array.Items.Length + index : index;
        return at >= 0 && at < array.Items.Length
            ? array.With(at, Write(path, depth + 1, array.Items[at], value))
            : throw Mismatch(path, into);
    }

    private static StateFailedException Mismatch(DataPath path, Data? into) =>
        new(ErrorNames.ResultPathMatchFailure, $"Unable to apply the ResultPath '{path.Text}' to the input: it does not fit '{StateFailedException.Shown(into)}'.");
}
