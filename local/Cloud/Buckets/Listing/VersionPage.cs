using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;

namespace Sluice.Local.Cloud.Buckets.Listing;

/// <summary>A page of versions that is being made, key by key in their order and each key's newest version first.</summary>
internal sealed class VersionPage(ListingRequest request)
{
    private readonly List<(string Key, ObjectVersion Version, bool IsLatest)> _versions = [];
    private readonly List<string> _prefixes = [];

    public IReadOnlyList<(string Key, ObjectVersion Version, bool IsLatest)> Versions => _versions;

    public IReadOnlyList<string> CommonPrefixes => _prefixes;

    public bool IsTruncated { get; private set; }

    /// <summary>The last key or common prefix.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The last version; null if a common prefix was last.</summary>
    public ObjectVersion? LastVersion { get; private set; }

    private bool IsFull => _versions.Count + _prefixes.Count >= request.Most;

    /// <summary>Whether a key can be on the page.</summary>
    public bool Has(string key) => request.Most > 0 && key.StartsWith(request.Prefix, StringComparison.Ordinal);

    /// <summary>Takes a key that is shown as a common prefix.</summary>
    /// <returns>From where to go on; null if the page is whole.</returns>
    public string? TakeGroup(string group)
    {
        if (IsFull)
        {
            IsTruncated = true;
            return null;
        }

        _prefixes.Add(group);
        (Last, LastVersion) = (group, null);
        return ObjectKeys.After(group);
    }

    /// <returns>False if the page is whole.</returns>
    public bool Take(string key, ObjectVersion version, bool isLatest)
    {
        if (IsFull)
        {
            IsTruncated = true;
            return false;
        }

        _versions.Add((key, version, isLatest));
        (Last, LastVersion) = (key, version);
        return true;
    }
}
