using System.IO.Compression;
using Sluice.Platform.Archives;

namespace Sluice.Packages.Formats.NuGet.Archives;

/// <summary>A small entry as a whole, whatever size it claims to have.</summary>
internal static class EntryBytes
{
    /// <exception cref="FormatException">It has more bytes.</exception>
    public static async Task<byte[]> ReadAsync(ZipArchiveEntry entry, int most, CancellationToken cancellationToken)
    {
        if (entry.Length > most)
        {
            throw new FormatException($"has a '{entry.Name}' of {entry.Length} bytes, and at most {most} are allowed");
        }

        await using var content = await entry.OpenAsync(cancellationToken);
        await using var bounded = new BoundedStream(content, most);
        using var all = new MemoryStream();
        await bounded.CopyToAsync(all, cancellationToken);
        return all.Length == entry.Length ? all.ToArray() : throw new FormatException($"has a '{entry.Name}' of {all.Length} bytes that claims to have {entry.Length}");
    }
}
