using System.IO.Compression;
using Sluice.Packages.Formats.Archives;
using Sluice.Packages.Formats.PyPi.Names;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Reads the metadata of a source in a gzipped tar, and judges all of its names.</summary>
internal static class TarSource
{
    private const int MostEntries = 100_000;
    private const long AlwaysAllowed = 256L * 1024 * 1024;
    private const int MostTimes = 50;
    private const string Name = "PKG-INFO";

    /// <exception cref="InvalidDataException">It is no gzipped tar, or none that should be unpacked.</exception>
    public static async Task<byte[]> ReadAsync(Stream archive, PyFileName file, CancellationToken cancellationToken)
    {
        await using var unpacked = new BoundedStream(new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true), Math.Max(AlwaysAllowed, archive.Length * MostTimes));
        var (tar, names, found) = (new TarWalk(unpacked), new List<string>(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        while (await tar.NextAsync(cancellationToken) is { } entry)
        {
            if (names.Count == MostEntries)
            {
                throw new InvalidDataException($"has more than {MostEntries} entries");
            }

            if (TarRules.FaultOf(entry) is { } fault)
            {
                throw new InvalidDataException($"is refused because of its entry '{TarRules.Shown(entry.Name)}': {fault}");
            }

            names.Add(entry.Name);
            if (entry.IsFile && entry.Name.Split('/') is [_, Name])
            {
                found[entry.Name] = await tar.ContentAsync(CoreMetadataReader.Most, cancellationToken);
            }
        }

        return names.Count == 0 ? throw new InvalidDataException("is empty") : found.GetValueOrDefault(SourceFolder.Metadata(names, file)) ?? throw new InvalidDataException($"has a {Name} that is no file");
    }
}
