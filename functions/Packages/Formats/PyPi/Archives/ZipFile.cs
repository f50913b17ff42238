using System.IO.Compression;
using System.IO.Hashing;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.PyPi.Archives;

/// <summary>Reads one entry of a zip of anybody's, after all of its names were judged.</summary>
internal static class ZipFile
{
    private const int MostEntries = 100_000;

    /// <summary>Claimed in all, and how many times more than it has.</summary>
    private const long AlwaysAllowed = 256L * 1024 * 1024;

    private const int MostTimes = 200;

    /// <param name="archive">It can seek.</param>
    /// <param name="choose">Which entry, of all names.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no zip, or none that should be unpacked.</exception>
    public static async Task<byte[]> ReadAsync(Stream archive, Func<IReadOnlyList<string>, string> choose, CancellationToken cancellationToken)
    {
        await ZipDirectory.CheckAsync(archive, MostEntries, cancellationToken);
        archive.Position = 0;
        await using var zip = await OpenAsync(archive, cancellationToken);
        if (ArchiveRules.FaultOf(zip, MostEntries) is { } fault)
        {
            throw new InvalidDataException(fault.TrimEnd('.'));
        }

        if (zip.Entries.Aggregate(0UL, (sum, entry) => sum + (ulong)entry.Length) > (ulong)Math.Max(AlwaysAllowed, archive.Length * MostTimes))
        {
            throw new InvalidDataException($"would unpack to more than {MostTimes} times its size");
        }

        var chosen = choose([.. zip.Entries.Select(entry => entry.FullName)]);
        return await ContentAsync(zip.GetEntry(chosen)!, cancellationToken);
    }

    private static async Task<ZipArchive> OpenAsync(Stream archive, CancellationToken cancellationToken) =>
        await ZipArchive.CreateAsync(archive, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken);

    private static async Task<byte[]> ContentAsync(ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > CoreMetadataReader.Most)
        {
            throw new InvalidDataException($"has '{entry.FullName}' of {entry.Length} bytes, and at most {CoreMetadataReader.Most} are allowed");
        }

        await using var content = new BoundedStream(await entry.OpenAsync(cancellationToken), CoreMetadataReader.Most);
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, cancellationToken);
        var bytes = whole.ToArray();

        // The library gives out as much as the directory claims, and others unpack what is there: only the sum tells that it is the same.
        return bytes.Length == entry.Length && Crc32.HashToUInt32(bytes) == entry.Crc32 ? bytes : throw new InvalidDataException($"has '{entry.FullName}', which is not what the directory of the archive says");
    }
}
