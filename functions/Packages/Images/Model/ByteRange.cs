using System.Globalization;

namespace Sluice.Packages.Images.Model;

/// <summary>A part of a blob that somebody asks for, who has the rest.</summary>
/// <param name="First">The first byte.</param>
/// <param name="Length">How many, at least one.</param>
internal sealed record ByteRange(long First, long Length)
{
    private const string Unit = "bytes=";

    /// <summary>The range that a header asks for; null for the whole, which is right whatever is asked. Beyond the end there is none.</summary>
    public static ByteRange? Read(string? header, long size) => header?.StartsWith(Unit, StringComparison.Ordinal) == true && header[Unit.Length..].Split('-') is [var first, var last]
        ? (Number(first), Number(last)) switch
        {
            ({ } from, { } to) when from <= to && from < size => new ByteRange(from, Math.Min(to, size - 1) - from + 1),
            ({ } from, null) when last.Length == 0 && from < size => new ByteRange(from, size - from),
            (null, { } count) when first.Length == 0 && count > 0 && size > 0 => new ByteRange(Math.Max(0, size - count), Math.Min(count, size)),
            _ => null,
        }
        : null;

    /// <summary>As the answer says it.</summary>
    public string Told(long size) => string.Create(CultureInfo.InvariantCulture, $"bytes {First}-{First + Length - 1}/{size}");

    private static long? Number(string text) => text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
