using System.IO.Compression;
using System.IO.Hashing;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.Swift.Archives;

/// <summary>Judges a source archive as a whole, and reads the manifests in it.</summary>
internal static class SourceArchive
{
    private const int MostEntries = 100_000;
    private const int MostManifests = 50;
    private const int MostInManifest = 1024 * 1024;

    /// <summary>Claimed in all, and how many times more than it has.</summary>
    private const long AlwaysAllowed = 256L * 1024 * 1024;

    private const int MostTimes = 200;

    /// <param name="archive">It can seek.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The manifests, by their names.</returns>
    /// <exception cref="InvalidDataException">It is no zip, none that should be unpacked, or no package. The message follows what it is called.</exception>
    public static async Task<IReadOnlyList<SwiftManifest>> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        await ZipDirectory.CheckAsync(archive, MostEntries, cancellationToken);
        archive.Position = 0;
        await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        Check(zip, archive.Length);
        var manifests = new List<SwiftManifest>();
        foreach (var (name, entry) in Manifests(zip).OrderBy(manifest => manifest.Name, StringComparer.Ordinal))
        {
            manifests.Add(new SwiftManifest(name, await ContentAsync(entry, cancellationToken)));
        }

        return manifests;
    }

    private static void Check(ZipArchive zip, long size)
    {
        if (ArchiveRules.FaultOf(zip, MostEntries) is { } fault)
        {
            throw new InvalidDataException(fault.TrimEnd('.'));
        }

        if (zip.Entries.FirstOrDefault(entry => entry.IsEncrypted) is { } encrypted)
        {
            throw new InvalidDataException($"has an entry that is encrypted: '{encrypted.FullName}'");
        }

        // Where entries share bytes, a small archive unpacks to one without end.
        if (zip.Entries.Aggregate(0UL, (sum, entry) => sum + (ulong)entry.CompressedLength) > (ulong)size || zip.Entries.Aggregate(0UL, (sum, entry) => sum + (ulong)entry.Length) > (ulong)Math.Max(AlwaysAllowed, size * MostTimes))
        {
            throw new InvalidDataException($"would unpack to more than {MostTimes} times its size, or more than it has");
        }
    }

    private static IReadOnlyList<(string Name, ZipArchiveEntry Entry)> Manifests(ZipArchive zip)
    {
        var folders = zip.Entries.Select(entry => entry.FullName.Split('/')[0]).Distinct(StringComparer.Ordinal).ToList();
        if (folders.Count != 1 || zip.Entries.Any(entry => !entry.FullName.Contains('/', StringComparison.Ordinal)))
        {
            throw new InvalidDataException("has not exactly one folder at its top, as swift package archive-source makes it");
        }

        var found = zip.Entries.Where(entry => entry.FullName.Split('/').Length == 2).Select(entry => (entry.Name, entry)).Where(file => SwiftManifest.Is(file.Name)).ToList();
        return found.All(file => file.Name != SwiftManifest.Main) ? throw new InvalidDataException($"has no '{folders[0]}/{SwiftManifest.Main}'")
            : found.Count > MostManifests ? throw new InvalidDataException($"has {found.Count} manifests, and at most {MostManifests} are allowed") : found;
    }

    private static async Task<byte[]> ContentAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > MostInManifest)
        {
            throw new InvalidDataException($"has '{entry.FullName}' of {entry.Length} bytes, and at most {MostInManifest} are allowed");
        }

        await using var content = new BoundedStream(await entry.OpenAsync(cancellationToken), MostInManifest);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        var bytes = whole.ToArray();

        // The library gives out as much as the directory claims, and others unpack what is there: only the sum tells that it is the same.
        return bytes.Length != entry.Length || Crc32.HashToUInt32(bytes) != entry.Crc32 ? throw new InvalidDataException($"has '{entry.FullName}', which is not what the directory of the archive says")
            : System.Text.Unicode.Utf8.IsValid(bytes) ? bytes : throw new InvalidDataException($"has '{entry.FullName}', which is not in UTF-8");
    }
}
