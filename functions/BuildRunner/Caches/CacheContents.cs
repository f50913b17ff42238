using Sluice.BuildRunner.Artifacts;
using Sluice.Platform.Files;

namespace Sluice.BuildRunner.Caches;

/// <summary>What a cache's patterns match, in the order of the names.</summary>
internal sealed class CacheContents
{
    private readonly SortedDictionary<string, FileInfo> _files = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, CacheLink> _links = new(StringComparer.Ordinal);

    private CacheContents()
    {
    }

    public IReadOnlyCollection<KeyValuePair<string, FileInfo>> Files => _files;

    public IReadOnlyCollection<CacheLink> Links => _links.Values;

    /// <summary>Things that cannot be kept: special files, links that lead elsewhere, names that are no text.</summary>
    public int LeftOut { get; private set; }

    /// <param name="paths">The patterns.</param>
    /// <param name="hidden">Folders of ours.</param>
    public static CacheContents Of(IEnumerable<CachePath> paths, string hidden)
    {
        var contents = new CacheContents();
        foreach (var path in paths.Where(path => Directory.Exists(path.Folder)))
        {
            contents.Add(path, hidden);
        }

        return contents;
    }

    private void Add(CachePath path, string hidden)
    {
        var start = RealPath.Of(path.Folder);
        var boundary = RealPath.Of(path.Boundary);
        if (!RealPath.IsIn(start, boundary))
        {
            LeftOut++;
            return;
        }

        foreach (var entry in new SourceTree(boundary, hidden).Walk(start, folder => path.Glob.MayMatchBelow(folder.Path), keepsLinks: true).Where(entry => path.Glob.Matches(entry.Path)))
        {
            if (entry.Fault is not null)
            {
                LeftOut++;
            }
            else if (entry.LinkTarget is { } target)
            {
                _links[path.NameOf(entry.Path)] = new CacheLink(path.NameOf(entry.Path), target);
            }
            else if (entry.MayBeFile)
            {
                _files[path.NameOf(entry.Path)] = new FileInfo(entry.Real);
            }
        }
    }
}
