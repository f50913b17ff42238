using System.Text;
using Sluice.Packages.Formats.Archives;
using Sluice.Packages.Formats.Ruby.Specs;

namespace Sluice.Packages.Formats.Ruby.Archives;

/// <summary>Reads a gem, and judges the whole of it on the way: its parts, their checksums, and the names of its files.</summary>
internal static class GemReader
{
    private const int MostEntries = 200_000;
    private const long AlwaysAllowed = 512L * 1024 * 1024;
    private const int MostTimes = 50;
    private const int LargestReadme = 1024 * 1024;
    private const int MostChecksums = 64 * 1024;

    /// <summary>All of it.</summary>
    /// <param name="gem">It can seek.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="InvalidDataException">It is no gem, or none that should be unpacked; the message follows its name.</exception>
    public static Task<GemContents> ReadAsync(Stream gem, CancellationToken cancellationToken) => ReadAsync(gem, async parts =>
    {
        await ChecksumsAsync(parts, cancellationToken);
        return new GemContents(await SpecAsync(parts, cancellationToken), await DataAsync(parts, gem.Length, cancellationToken));
    }, cancellationToken);

    /// <summary>What it says of itself alone.</summary>
    /// <exception cref="InvalidDataException">It is no gem.</exception>
    public static Task<GemSpec> ReadSpecAsync(Stream gem, CancellationToken cancellationToken) => ReadAsync(gem, parts => SpecAsync(parts, cancellationToken), cancellationToken);

    private static async Task<T> ReadAsync<T>(Stream gem, Func<GemParts, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            gem.Position = 0;
            return await read(await GemParts.FindAsync(gem, cancellationToken));
        }
        catch (Exception e) when (e is EndOfStreamException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"cannot be read: {e.Message}", e);
        }
    }

    private static async Task<GemSpec> SpecAsync(GemParts parts, CancellationToken cancellationToken)
    {
        try
        {
            return GemSpecReader.Read(await parts.ReadAsync(GemParts.Metadata, GemSpecReader.Most, cancellationToken));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"has {GemParts.Metadata}, which {e.Message}", e);
        }
    }

    private static async Task ChecksumsAsync(GemParts parts, CancellationToken cancellationToken)
    {
        if (!parts.Names.Contains(GemParts.Checksums))
        {
            throw new InvalidDataException($"has no {GemParts.Checksums}");
        }

        var said = GemYaml.Read(Encoding.UTF8.GetString(await parts.ReadAsync(GemParts.Checksums, MostChecksums, cancellationToken))) as Dictionary<string, object?> ?? [];
        foreach (var part in new[] { GemParts.Metadata, GemParts.Data })
        {
            var hashes = await parts.HashesAsync(part, cancellationToken);
            var known = new[] { ("SHA512", hashes.Sha512), ("SHA256", hashes.Sha256), ("SHA1", hashes.Sha1) }.Select(one => (Name: one.Item1, Found: one.Item2, Said: (said.GetValueOrDefault(one.Item1) as Dictionary<string, object?>)?.GetValueOrDefault(part) as string)).Where(one => one.Said is not null).ToList();
            if (known.Find(one => !one.Found.Equals(one.Said, StringComparison.OrdinalIgnoreCase)) is { Name: { } algorithm } other)
            {
                throw new InvalidDataException($"is not whole: the {algorithm} of {part} is {other.Found}, and {TarRules.Shown(other.Said!)} is expected by {GemParts.Checksums}");
            }

            if (!known.Exists(one => one.Name != "SHA1"))
            {
                throw new InvalidDataException($"has {GemParts.Checksums} without a SHA256 or SHA512 of {part}");
            }
        }
    }

    /// <summary>The readme, once all names were found to be good.</summary>
    private static async Task<byte[]?> DataAsync(GemParts parts, long length, CancellationToken cancellationToken)
    {
        await using var unpacked = parts.Unpacked(GemParts.Data, Math.Max(AlwaysAllowed, length * MostTimes));
        var (tar, count) = (new TarWalk(unpacked), 0);
        (string Name, byte[] Content)? readme = null;
        while (await tar.NextAsync(cancellationToken) is { } entry)
        {
            if ((++count > MostEntries ? $"there are more than {MostEntries}" : TarRules.FaultOf(entry)) is { } fault)
            {
                throw new InvalidDataException($"is refused because of its file '{TarRules.Shown(entry.Name)}': {fault}");
            }

            if (entry.IsFile && entry.Size <= LargestReadme && IsReadme(entry.Name) && (readme is null || entry.Name.EndsWith(".md", StringComparison.OrdinalIgnoreCase)))
            {
                readme = (entry.Name, await tar.ContentAsync(LargestReadme, cancellationToken));
            }
        }

        // What comes after the last entry may be cut off, too.
        await unpacked.CopyToAsync(Stream.Null, cancellationToken);
        return readme?.Content;
    }

    private static bool IsReadme(string name) => name.StartsWith("readme", StringComparison.OrdinalIgnoreCase) && !name.Contains('/', StringComparison.Ordinal);
}
