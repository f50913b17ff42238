using System.Globalization;

namespace Sluice.Packages.Images.Model;

/// <summary>Which bytes of a blob a chunk is, as <c>Content-Range</c> says it: <c>0-1023</c>.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal sealed record ChunkRange(long First, long Last)
{
    /// <summary>How many.</summary>
    public long Length => Last - First + 1;

    /// <summary>Null if the text is no range.</summary>
    public static ChunkRange? Read(string text) =>
        text.Split('-') is [var first, var last] && Number(first) is { } from && Number(last) is { } to && to >= from ? new ChunkRange(from, to) : null;

    /// <summary>What is there of an upload, as clients expect it: <c>0-0</c> also if nothing is.</summary>
    public static string Told(long size) => string.Create(CultureInfo.InvariantCulture, $"0-{Math.Max(0, size - 1)}");

    private static long? Number(string text) => text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
