namespace Sluice.Packages.Formats;

/// <summary>Documents that were made of packages' versions, in memory while there is room. Whoever asks says by a stamp of what it would be made, so that none is ever out of date.</summary>
public sealed class DocumentCache
{
    private const long Room = 64L * 1024 * 1024;
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _order = new();
    private readonly Lock _gate = new();
    private long _size;

    /// <summary>The document of this name, if it was made of the same; else one that is made now.</summary>
    /// <param name="name">Which document.</param>
    /// <param name="stamp">Of what it is made.</param>
    /// <param name="make">Makes it.</param>
    public async Task<MadeDocument> GetAsync(string name, string stamp, Func<Task<MadeDocument>> make)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(name, out var there) && there.Value.Stamp == stamp)
            {
                _order.Remove(there);
                _order.AddFirst(there);
                return there.Value.Document;
            }
        }

        var made = await make();
        Keep(new Entry(name, stamp, made));
        return made;
    }

    private void Keep(Entry entry)
    {
        lock (_gate)
        {
            if (_entries.Remove(entry.Name, out var before))
            {
                Forget(before);
            }

            if (entry.Document.Size > Room / 4)
            {
                return;
            }

            _entries[entry.Name] = _order.AddFirst(entry);
            _size += entry.Document.Size;
            while (_size > Room && _order.Last is { } oldest)
            {
                _entries.Remove(oldest.Value.Name);
                Forget(oldest);
            }
        }
    }

    private void Forget(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _size -= node.Value.Document.Size;
    }

    private sealed record Entry(string Name, string Stamp, MadeDocument Document);
}
