using System.IO.Compression;
using Sluice.Packages.Formats.NuGet.Nuspecs;

namespace Sluice.Packages.Formats.NuGet.Archives;

/// <summary>Reads what a package says of itself, out of an archive that may be anything.</summary>
internal static class PackageReader
{
    private const int MostFaults = 10;
    private const string Extension = ".nuspec";

    /// <param name="archive">Can seek; stays open.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FormatException">All that is wrong with it, to follow what it is called.</exception>
    public static async Task<PackageManifest> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await OpenAsync(archive, cancellationToken);
            var package = ManifestReader.Read(await NuspecBytesAsync(zip, cancellationToken));
            return package with { Readme = await ReadmeAsync(zip, package.ReadmeName, cancellationToken) };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new FormatException($"cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The nuspec of a package that was judged before.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static async Task<byte[]> NuspecTextAsync(Stream archive, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        return await NuspecBytesAsync(zip, cancellationToken);
    }

    private static async Task<ZipArchive> OpenAsync(Stream archive, CancellationToken cancellationToken)
    {
        if (await ZipEnd.FaultAsync(archive, cancellationToken) is { } end)
        {
            throw new FormatException(end);
        }

        archive.Position = 0;
        var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var faults = EntryRules.Faults(zip.Entries, archive.Length).Take(MostFaults).ToList();
        return faults.Count == 0 ? zip : throw new FormatException(string.Join("; ", faults));
    }

    private static async Task<byte[]> NuspecBytesAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        var found = zip.Entries.Where(entry => EntryRules.PathOf(entry) is var path && !path.Contains('/') && path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var nuspec]
            ? await EntryBytes.ReadAsync(nuspec, NuspecText.Largest, cancellationToken)
            : throw new FormatException($"has {found.Count} nuspecs at its root, and one is expected");
    }

    private static async Task<byte[]?> ReadmeAsync(ZipArchive zip, string? name, CancellationToken cancellationToken) => name is null
        ? null
        : zip.Entries.FirstOrDefault(entry => EntryRules.PathOf(entry).Equals(name.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase)) is { } readme
            ? await EntryBytes.ReadAsync(readme, PackageLimits.Readme, cancellationToken)
            : throw new FormatException($"names a readme '{name}' that is not in it");
}
