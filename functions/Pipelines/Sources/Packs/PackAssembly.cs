namespace Sluice.Pipelines.Sources.Packs;

/// <summary>Makes objects of a pack's entries: deltas onto their bases, bases first, without recursion, which a server could make deep.</summary>
internal sealed class PackAssembly(IReadOnlyDictionary<int, PackedObject> entries, PackBudget budget, bool keepsFiles)
{
    private readonly Dictionary<int, (PackObjectKind Kind, byte[] Content)> _made = [];
    private readonly Dictionary<string, (PackObjectKind Kind, byte[] Content)> _byId = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A delta has no base in the pack, or they are in a circle.</exception>
    public Pack Assemble()
    {
        foreach (var (offset, entry) in entries.Where(entry => entry.Value is { BaseOffset: 0, BaseId: null }))
        {
            Keep(offset, entry.Kind, entry.Content);
        }

        var waiting = entries.Where(entry => !_made.ContainsKey(entry.Key)).OrderBy(entry => entry.Key).ToList();
        while (waiting.Count > 0)
        {
            // In each round all whose bases are made, in the order of the pack: of offset deltas one round makes all.
            var left = waiting.Where(entry => !TryMake(entry.Key, entry.Value)).ToList();
            if (left.Count == waiting.Count)
            {
                // What is left differs from files of which nothing is kept, or from what is not here.
                return left.TrueForAll(entry => entry.Value.BaseId is not null) ? new Pack(_byId) : throw new FormatException("Deltas of the pack have no base in it.");
            }

            waiting = left;
            budget.Round();
        }

        return new Pack(_byId);
    }

    private bool TryMake(int offset, PackedObject entry)
    {
        (PackObjectKind Kind, byte[] Content) found;
        if (entry.BaseId is { } id ? !_byId.TryGetValue(id, out found) : !_made.TryGetValue(entry.BaseOffset, out found))
        {
            return entry.BaseId is null && !entries.ContainsKey(entry.BaseOffset) ? throw new FormatException("A delta of the pack has a base where no object begins.") : false;
        }

        Keep(offset, found.Kind, found.Kind == PackObjectKind.Blob && !keepsFiles ? [] : PackDelta.Apply(found.Content, entry.Content, budget));
        return true;
    }

    private void Keep(int offset, PackObjectKind kind, byte[] content)
    {
        _made[offset] = (kind, content);
        if (kind != PackObjectKind.Blob || keepsFiles)
        {
            _byId[GitHash.IdOf(kind, content)] = (kind, content);
        }
    }
}
