using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Resolving;

namespace Sluice.Packages.Formats.Ruby.Index;

/// <summary>Puts the lines of a gem together: what is kept goes before what is outside. Where nothing is hidden it is what the registry outside says, byte for byte.</summary>
/// <param name="name">Of the gem.</param>
internal sealed class GemLines(string name)
{
    private readonly Dictionary<string, StoredVersion> _first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InfoLine?> _kept = new(StringComparer.Ordinal);
    private readonly List<InfoLine> _outside = [];

    /// <summary>Adds what is kept. Those of places that come first are added first.</summary>
    public void Kept(StoredVersion version)
    {
        _first.TryAdd(version.Version, version);
        if (AssetFinder.AreOne(_first[version.Version], version))
        {
            foreach (var asset in version.Assets)
            {
                var line = GemFacts.Line(name, version, asset);
                _kept.TryAdd(line.File.Number, GemFacts.IsYanked(asset) ? null : line);
            }
        }
    }

    /// <summary>Adds what is outside.</summary>
    public void Outside(InfoLine line) => _outside.Add(line);

    /// <summary>All of them: those that are outside in their order, then the others by their numbers.</summary>
    public IReadOnlyList<InfoLine> ToList()
    {
        var (lines, told) = (new List<InfoLine>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in _outside.Where(line => told.Add(line.File.Number)))
        {
            if (_kept.TryGetValue(line.File.Number, out var kept))
            {
                Add(lines, kept?.Checksum == line.Checksum ? line : kept);
            }
            else if (AssetFinder.MayBeOutside(_first.GetValueOrDefault(line.File.Version)))
            {
                Add(lines, line);
            }
        }

        foreach (var line in _kept.Where(line => !told.Contains(line.Key)).Select(line => line.Value).OfType<InfoLine>().OrderBy(line => GemNumber.Read(line.File.Version)).ThenBy(line => line.File.Platform, StringComparer.Ordinal))
        {
            Add(lines, line);
        }

        return lines;
    }

    private void Add(List<InfoLine> lines, InfoLine? line)
    {
        if (line is not null && _first.GetValueOrDefault(line.File.Version) is null or { IsListed: true })
        {
            lines.Add(line);
        }
    }
}
