using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Reads an npm tarball without trusting it: how much it may unpack to, how many entries it may have, and where they may be.</summary>
internal static class Tarball
{
    private const int MostEntries = 200_000;
    private const long MostBytes = 8L * 1024 * 1024 * 1024;
    private const int LargestManifest = 4 * 1024 * 1024;

    /// <summary>The <c>package.json</c> in the folder that the tarball has.</summary>
    /// <exception cref="InvalidDataException">It is no tarball of a package; the message says why.</exception>
    public static async Task<JsonObject> ManifestAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
        await using var bounded = new BoundedStream(unpacked, MostBytes);
        await using var tar = new TarReader(bounded, leaveOpen: true);
        JsonObject? manifest = null;
        for (var count = 0; await NextAsync(tar, cancellationToken) is { } entry; count++)
        {
            if (count >= MostEntries)
            {
                throw new InvalidDataException($"it has more than {MostEntries} entries");
            }

            if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
            {
                continue;
            }

            Check(entry);
            if (manifest is null && IsManifest(entry))
            {
                manifest = await ReadAsync(entry, cancellationToken);
            }
        }

        return manifest ?? throw new InvalidDataException("it has no package.json in its folder");
    }

    private static async Task<TarEntry?> NextAsync(TarReader tar, CancellationToken cancellationToken)
    {
        try
        {
            return await tar.GetNextEntryAsync(copyData: false, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or FormatException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"it cannot be read: {e.Message}", e);
        }
    }

    private static void Check(TarEntry entry)
    {
        if (EntryPath.FaultOf(entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name) is { } fault)
        {
            throw new InvalidDataException($"the entry '{entry.Name}' is refused: {fault}");
        }

        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.Directory or TarEntryType.ContiguousFile))
        {
            throw new InvalidDataException($"the entry '{entry.Name}' is neither file nor folder");
        }
    }

    private static bool IsManifest(TarEntry entry) =>
        entry.EntryType is not TarEntryType.Directory && entry.Name.TrimStart('.', '/').Split('/') is [_, "package.json"];

    private static async Task<JsonObject> ReadAsync(TarEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Length > LargestManifest || entry.DataStream is null)
        {
            throw new InvalidDataException($"its package.json has {entry.Length} bytes; at most {LargestManifest} were expected");
        }

        try
        {
            var bytes = new byte[entry.Length];
            await entry.DataStream.ReadExactlyAsync(bytes, cancellationToken);
            var text = bytes.AsSpan();
            return JsonNode.Parse(text.StartsWith("\uFEFF"u8) ? text[3..] : text) as JsonObject ?? throw new InvalidDataException("its package.json is no JSON object");
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException($"its package.json cannot be read: {e.Message}", e);
        }
    }
}
