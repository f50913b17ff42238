using System.Formats.Tar;
using System.IO.Compression;
using Sluice.Deployments.AppSpecs;
using Sluice.Platform.Archives;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.ControlPlane.Deployments;

/// <summary>Finds the appspec at the root of an archive. Nothing else of it is unpacked, and as little is read as an appspec may be large.</summary>
internal static class RevisionBundle
{
    private const int MostEntries = 100_000;
    private const long MostUnpacked = 1L << 30;

    /// <exception cref="InvalidDocumentException">It is no such archive, or has no appspec at its root, or two.</exception>
    public static async Task<BundledFile> AppSpecAsync(Stream content, BundleType bundleType, string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = bundleType switch
            {
                BundleType.zip => await ZipAsync(content, cancellationToken),
                BundleType.tar => await TarAsync(content, cancellationToken),
                _ => await GzipAsync(content, cancellationToken),
            };
            return found.Count switch
            {
                1 => found[0],
                0 => throw new InvalidDocumentException([AppSpecSearch.Missing()]),
                _ => throw Refused(name, $"it has {string.Join(" and ", found.Select(file => file.Name))} at its root; expected one of them"),
            };
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Refused(name, $"it is no {bundleType} that can be read ({e.Message})");
        }
    }

    private static async Task<IReadOnlyList<BundledFile>> ZipAsync(Stream content, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        CheckCount(zip.Entries.Count);
        var found = new List<BundledFile>();
        foreach (var entry in zip.Entries.Where(entry => IsAppSpec(entry.FullName)))
        {
            await using var opened = await entry.OpenAsync(cancellationToken);
            found.Add(new BundledFile(entry.FullName, await ReadAsync(opened, cancellationToken)));
        }

        return found;
    }

    private static async Task<IReadOnlyList<BundledFile>> GzipAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        await using var bounded = new BoundedStream(unpacked, MostUnpacked);
        return await TarAsync(bounded, cancellationToken);
    }

    private static async Task<IReadOnlyList<BundledFile>> TarAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var tar = new TarReader(content, leaveOpen: true);
        var found = new List<BundledFile>();
        for (var count = 1; await tar.GetNextEntryAsync(cancellationToken: cancellationToken) is { } entry; count++)
        {
            CheckCount(count);
            var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (IsAppSpec(name) && entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } data })
            {
                found.Add(new BundledFile(name, await ReadAsync(data, cancellationToken)));
            }
        }

        return found;
    }

    /// <summary>One byte more than the largest allowed document, so that its reader can refuse it.</summary>
    public static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = new byte[DocumentLimits.Bytes + 1];
        return buffer[..await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    private static bool IsAppSpec(string name) => AppSpecSearch.Among([name]).Count > 0;

    private static void CheckCount(int count)
    {
        if (count > MostEntries)
        {
            throw new InvalidDataException($"it has more than {MostEntries} files");
        }
    }

    private static InvalidDocumentException Refused(string name, string why) => new([new Fault(name, 0, "", why)]);
}
