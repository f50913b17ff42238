using System.Diagnostics.CodeAnalysis;

namespace Sluice.Local.StateMachines.Values;

/// <summary>Members in the order in which they were written. Small objects are searched, large ones indexed.</summary>
internal sealed class DataObject(KeyValuePair<string, Data>[] members) : Data(DepthOf(members))
{
    private const int Searched = 8;
    private Dictionary<string, int>? index;

    internal static DataObject Empty { get; } = new([]);

    /// <summary>Never changed by anybody; each name once.</summary>
    internal KeyValuePair<string, Data>[] Members { get; } = members;

    internal bool TryGet(string name, [NotNullWhen(true)] out Data? value)
    {
        var at = IndexOf(name);
        value = at < 0 ? null : Members[at].Value;
        return at >= 0;
    }

    internal DataObject With(string name, Data value)
    {
        var at = IndexOf(name);
        var copy = new KeyValuePair<string, Data>[at < 0 ? Members.Length + 1 : Members.Length];
        Members.CopyTo(copy, 0);
        copy[at < 0 ? Members.Length : at] = new(name, value);
        return new DataObject(copy);
    }

    internal override void Write(JsonOutput output)
    {
        output.Write('{');
        for (var i = 0; i < Members.Length; i++)
        {
            if (i > 0)
            {
                output.Write(',');
            }

            output.WriteQuoted(Members[i].Key);
            output.Write(':');
            Members[i].Value.Write(output);
        }

        output.Write('}');
    }

    internal override bool IsSame(Data other)
    {
        if (other is not DataObject theirs || theirs.Members.Length != Members.Length)
        {
            return false;
        }

        foreach (var (name, value) in Members)
        {
            if (!theirs.TryGet(name, out var member) || !value.IsSame(member))
            {
                return false;
            }
        }

        return true;
    }

    private protected override int Measure()
    {
        var total = 2 + Math.Max(0, Members.Length - 1);
        foreach (var (name, value) in Members)
        {
            total = DataArray.Sum(total, DataArray.Sum(DataString.Measure(name) + 1, value.Size));
        }

        return total;
    }

    private static int DepthOf(KeyValuePair<string, Data>[] members)
    {
        var deepest = 0;
        foreach (var member in members)
        {
            deepest = Math.Max(deepest, member.Value.Depth);
        }

        return deepest + 1;
    }

    private int IndexOf(string name)
    {
        if (Members.Length > Searched)
        {
            return (index ??= Index()).GetValueOrDefault(name, -1);
        }

        for (var i = 0; i < Members.Length; i++)
        {
            if (Members[i].Key == name)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Index()
    {
        var all = new Dictionary<string, int>(Members.Length);
        for (var i = 0; i < Members.Length; i++)
        {
            all[Members[i].Key] = i;
        }

        return all;
    }
}
