using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>A page of keys that is being made, key by key in their order.</summary>
internal sealed class ListingPage(ListingRequest request)
{
    // A short group is read through; a long one is jumped over.
    private const int LongestReadThrough = 100;
    private readonly List<(string Key, ObjectVersion Version)> _objects = [];
    private readonly List<string> _prefixes = [];
    private int _skipped;

    public IReadOnlyList<(string Key, ObjectVersion Version)> Objects => _objects;

    public IReadOnlyList<string> CommonPrefixes => _prefixes;

    public bool IsTruncated { get; private set; }

    /// <summary>The last key or common prefix.</summary>
    public string Last { get; private set; } = "";

    private bool IsFull => _objects.Count + _prefixes.Count >= request.Most;

    /// <summary>Takes the next key.</summary>
    /// <returns>From where to go on: the key itself means the next one, another text a jump, and null that the page is whole.</returns>
    public string? Take(string key, ObjectVersion version)
    {
        if (request.Most == 0 || !key.StartsWith(request.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        if (version.IsDeleteMarker)
        {
            return key;
        }

        var group = request.GroupOf(key);
        if (group is not null && _prefixes.Count > 0 && _prefixes[^1] == group)
        {
            return ++_skipped % LongestReadThrough == 0 ? ObjectKeys.After(group) : key;
        }

        if (IsFull)
        {
            IsTruncated = true;
            return null;
        }

        _skipped = 0;
        Last = group ?? key;
        Add(group, key, version);
        return key;
    }

    private void Add(string? group, string key, ObjectVersion version)
    {
        if (group is null)
        {
            _objects.Add((key, version));
        }
        else
        {
            _prefixes.Add(group);
        }
    }
}
