using Sluice.Packages.Formats.Cargo.Index;
using Sluice.Packages.Formats.Cargo.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Cargo.Reading;

/// <summary>Puts the lines of a crate together: what is kept goes before what is outside, whatever its status.</summary>
/// <param name="name">How the crate that is asked for is written. Cargo takes none that is written otherwise.</param>
internal sealed class IndexLines(string name)
{
    private readonly Dictionary<string, IndexLine> _outside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _yankedOutside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IndexLine Line, bool IsYanked)?> _kept = new(StringComparer.Ordinal);

    /// <summary>Adds what is outside. What rules do not let in is not listed, and tells of what is kept whether it was yanked.</summary>
    public void Outside(IndexLine line, bool isGiven)
    {
        var plain = CrateVersion.Plain(line.Version);
        if (!IsOfName(line))
        {
            return;
        }

        _yankedOutside.TryAdd(plain, line.IsYanked);
        if (isGiven)
        {
            _outside.TryAdd(plain, line);
        }
    }

    /// <summary>To be called after those outside: what was yanked there is, too, if it was taken from there.</summary>
    /// <param name="version">What is kept.</param>
    /// <param name="line">Its line; null if it is not served.</param>
    public void Kept(StoredVersion version, IndexLine? line)
    {
        var plain = CrateVersion.Plain(version.Version);
        var yankedOutside = version.Origin.Type is PackageVersionOriginType.EXTERNAL && (_yankedOutside.TryGetValue(plain, out var there) ? there : line?.IsYanked == true);
        _kept.TryAdd(plain, line is not null && IsOfName(line) ? (line, !version.IsListed || yankedOutside) : null);
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        var all = _kept.Values.OfType<(IndexLine Line, bool IsYanked)>().Concat(_outside.Where(line => !_kept.ContainsKey(line.Key)).Select(line => (line.Value, line.Value.IsYanked)));
        foreach (var (line, isYanked) in all.OrderBy(one => SemanticVersion.Read(one.Item1.Version)))
        {
            bytes.Write(line.ToBytes(isYanked));
            bytes.WriteByte((byte)'\n');
        }

        return bytes.ToArray();
    }

    private bool IsOfName(IndexLine line) => line.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
