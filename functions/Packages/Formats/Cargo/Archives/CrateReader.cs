using System.IO.Compression;
using Sluice.Packages.Formats.Archives;
using Sluice.Packages.Formats.Cargo.Manifests;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.Cargo.Archives;

/// <summary>Reads a <c>.crate</c>, a gzipped tar with all in one folder, and judges the whole of it on the way.</summary>
internal static class CrateReader
{
    private const int MostEntries = 100_000;
    private const long AlwaysAllowed = 512L * 1024 * 1024;
    private const int MostTimes = 50;
    private const int LargestReadme = 1024 * 1024;
    private const int MostReadmes = 16;
    private const string Manifest = "Cargo.toml";

    /// <param name="archive">It can seek, and is at its beginning.</param>
    /// <param name="folder">The folder that it must have: <c>NAME-VERSION</c>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no such archive, or none that should be unpacked. The message follows the file's name.</exception>
    public static async Task<CrateContents> ReadAsync(Stream archive, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await using var unpacked = new BoundedStream(new GZipStream(archive, CompressionMode.Decompress, leaveOpen: true), Math.Max(AlwaysAllowed, archive.Length * MostTimes));
            var contents = await WalkAsync(new TarWalk(unpacked), folder, cancellationToken);

            // What comes after the last entry may be cut off, too.
            await unpacked.CopyToAsync(Stream.Null, cancellationToken);
            return contents;
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"cannot be read: {e.Message}", e);
        }
    }

    private static async Task<CrateContents> WalkAsync(TarWalk tar, string folder, CancellationToken cancellationToken)
    {
        var (names, readmes) = (new List<string>(), new Dictionary<string, byte[]>(StringComparer.Ordinal));
        CargoToml? manifest = null;
        while (await tar.NextAsync(cancellationToken) is { } entry)
        {
            Check(entry, names, folder);
            names.Add(entry.Name);
            var name = entry.Name[folder.Length..].TrimStart('/');
            if (entry.IsFile && name == Manifest && manifest is null)
            {
                manifest = Read(await tar.ContentAsync(CargoTomlReader.Most, cancellationToken));
            }
            else if (entry.IsFile && entry.Size <= LargestReadme && readmes.Count < MostReadmes && IsReadme(name))
            {
                readmes[name] = await tar.ContentAsync(LargestReadme, cancellationToken);
            }
        }

        if (EntryPath.FirstClash(names) is { } clash)
        {
            throw new InvalidDataException($"is refused: '{TarRules.Shown(clash)}' is in it twice, or differs from another entry only in case");
        }

        return new CrateContents(manifest ?? throw new InvalidDataException($"has no {folder}/{Manifest}"), readmes);
    }

    private static void Check(TarEntry entry, List<string> names, string folder)
    {
        var fault = names.Count == MostEntries ? $"there are more than {MostEntries}"
            : TarRules.FaultOf(entry) ?? (entry is { IsFile: false, IsFolder: false } ? "it is a link" : entry.Name.TrimEnd('/').Split('/')[0] != folder ? $"it is not in the folder '{folder}'" : null);
        if (fault is not null)
        {
            throw new InvalidDataException($"is refused because of its entry '{TarRules.Shown(entry.Name)}': {fault}");
        }
    }

    private static CargoToml Read(byte[] bytes)
    {
        try
        {
            return CargoTomlReader.Read(bytes);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"has a {Manifest} that {e.Message}", e);
        }
    }

    private static bool IsReadme(string name) => name.Contains("readme", StringComparison.OrdinalIgnoreCase) || (name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !name.Contains('/', StringComparison.Ordinal));
}
