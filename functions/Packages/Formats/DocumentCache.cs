using Sluice.Packages.Resolving;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats;

/// <summary>Documents that were made of packages' versions, in memory while there is room. Whoever asks says of what it would be made, so that none is ever out of date.</summary>
public sealed class DocumentCache
{
    private const long Room = 64L * 1024 * 1024;
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _order = new();
    private readonly Lock _gate = new();
    private readonly PinnedTime _pinned;
    private long _size;

    internal DocumentCache(PinnedTime pinned) => _pinned = pinned;

    /// <summary>The document of this name, if it was made of the same; else one that is made now.</summary>
    /// <param name="name">Which document.</param>
    /// <param name="places">Of whose versions it is made, by which rules.</param>
    /// <param name="more">Of what else it is made, e.g. documents from outside.</param>
    /// <param name="make">Makes it.</param>
    public Task<MadeDocument> GetAsync(string name, IReadOnlyList<PackagePlace> places, string more, Func<Task<MadeDocument>> make) =>
        GetAsync(_pinned.Time is { } time ? $"{name} as of {RuleTimes.Written(time)}" : name, $"{string.Join(' ', places.Select(place => place.Stamp))} {more}", make);

    private async Task<MadeDocument> GetAsync(string name, string stamp, Func<Task<MadeDocument>> make)
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
