namespace Sluice.Local.StateMachines.Values;

/// <summary>Collects members; of a name that comes twice the last value stays.</summary>
internal sealed class DataObjectBuilder
{
    private const int Searched = 12;
    private readonly List<KeyValuePair<string, Data>> members = [];
    private Dictionary<string, int>? index;

    internal void Set(string name, Data value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            members[at] = new(name, value);
            return;
        }

        index?.Add(name, members.Count);
        members.Add(new(name, value));
    }

    internal DataObject Build() => members.Count == 0 ? DataObject.Empty : new DataObject([.. members]);

    private int IndexOf(string name)
    {
        if (members.Count < Searched)
        {
            return members.FindIndex(member => member.Key == name);
        }

        index ??= members.Select((member, at) => (member.Key, at)).ToDictionary(pair => pair.Key, pair => pair.at);
        return index.GetValueOrDefault(name, -1);
    }
}
