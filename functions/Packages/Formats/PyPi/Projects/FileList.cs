using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Packages.Formats.PyPi.Pages;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;
using Sluice.Packages.Rules;

namespace Sluice.Packages.Formats.PyPi.Projects;

/// <summary>
/// Puts a project's files together, the first place first. The first that has a version decides what it is: one that was published here, or is not served, takes no files from elsewhere; one that was taken from outside
/// has those that are kept, and those that are still outside.
/// </summary>
internal sealed class FileList
{
    private readonly Dictionary<string, ListedFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredVersion> _first = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, ListedFile> Files => _files;

    /// <summary>Adds a version that a place keeps, without files that came later than rules let in.</summary>
    public void Add(PackagePlace place, StoredVersion version)
    {
        var found = FoundVersion.At(place, version);
        var key = KeyOf(found.Version.Version);
        _first.TryAdd(key, found.Version);
        var first = _first[key];
        foreach (var asset in AssetFinder.AreOne(first, found.Version) ? found.Version.Assets : [])
        {
            var file = FileFacts.Read(found.Version, asset);
            if (place.Gate.Of(new RuledVersion(version.Version, version.Origin.Type is PackageVersionOriginType.EXTERNAL, file.Uploaded ?? version.FirstHadAt)) is not null)
            {
                continue;
            }

            _files.TryAdd(asset.Name, new ListedFile(file with { Yanked = FileFacts.Hidden(first) ?? file.Yanked }) { Kept = found });
        }
    }

    /// <summary>Adds what a registry outside lists. Of what is kept it says whether it should still be taken.</summary>
    public void Add(OutsidePlace place)
    {
        var outside = place.File.File;
        var first = _first.GetValueOrDefault(KeyOf(outside.Version));
        if (!AssetFinder.MayBeOutside(first))
        {
            return;
        }

        var hidden = first is null ? null : FileFacts.Hidden(first);
        if (!_files.TryGetValue(outside.Name, out var known))
        {
            _files[outside.Name] = new ListedFile(outside with { Yanked = hidden ?? outside.Yanked }) { Outside = place };
        }
        else if (known.Kept is not null && known.File.Hashes["sha256"] == outside.Hashes.GetValueOrDefault("sha256"))
        {
            _files[outside.Name] = known with { File = known.File with { Yanked = hidden ?? outside.Yanked } };
        }
    }

    private static string KeyOf(string version) => PyVersion.Read(version)?.Canonical ?? version;
}
