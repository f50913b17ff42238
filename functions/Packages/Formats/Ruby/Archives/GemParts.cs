using System.IO.Compression;
using Sluice.Packages.Contents;
using Sluice.Packages.Formats.Archives;
using Sluice.Packages.Model;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.Ruby.Archives;

/// <summary>The parts of a gem, which is a tar of packed parts: where each is.</summary>
internal sealed class GemParts
{
    public const string Metadata = "metadata.gz";
    public const string Data = "data.tar.gz";
    public const string Checksums = "checksums.yaml.gz";
    private const string Signature = ".sig";
    private static readonly string[] Known = [Metadata, Data, Checksums, Metadata + Signature, Data + Signature, Checksums + Signature];
    private readonly Dictionary<string, (long Start, long Length)> _places = new(StringComparer.Ordinal);
    private readonly Stream _gem;

    private GemParts(Stream gem) => _gem = gem;

    /// <summary>Those that are there.</summary>
    public IEnumerable<string> Names => _places.Keys;

    /// <summary>Finds them, and judges their names.</summary>
    /// <param name="gem">It can seek, and is at its beginning.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no gem.</exception>
    public static async Task<GemParts> FindAsync(Stream gem, CancellationToken cancellationToken)
    {
        var (parts, tar) = (new GemParts(gem), new TarWalk(gem));
        while (await tar.NextAsync(cancellationToken) is { } entry)
        {
            if (!entry.IsFile || !Known.Contains(entry.Name) || gem.Length - gem.Position < entry.Size || !parts._places.TryAdd(entry.Name, (gem.Position, entry.Size)))
            {
                throw new InvalidDataException($"is refused because of its entry '{TarRules.Shown(entry.Name)}': {Metadata}, {Data} and {Checksums} are expected, each once and whole");
            }
        }

        return parts._places.ContainsKey(Metadata) && parts._places.ContainsKey(Data) ? parts : throw new InvalidDataException($"has no {Metadata}, or no {Data}");
    }

    /// <summary>A part as it is there.</summary>
    public Stream Packed(string name) => new PartStream(_gem, _places[name].Start, _places[name].Length);

    /// <summary>A part unpacked.</summary>
    /// <param name="name">Which.</param>
    /// <param name="most">How many bytes may come of it.</param>
    public Stream Unpacked(string name, long most) => new BoundedStream(new GZipStream(Packed(name), CompressionMode.Decompress), most);

    /// <summary>A small part unpacked, as a whole.</summary>
    public async Task<byte[]> ReadAsync(string name, int most, CancellationToken cancellationToken)
    {
        await using var unpacked = Unpacked(name, most);
        using var bytes = new MemoryStream();
        await unpacked.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <summary>What a part is.</summary>
    public async Task<ContentHashes> HashesAsync(string name, CancellationToken cancellationToken) => (await HashingCopy.RunAsync(Packed(name), Stream.Null, long.MaxValue, cancellationToken)).Hashes;
}
