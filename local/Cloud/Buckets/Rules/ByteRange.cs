using System.Globalization;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>Some of an object's bytes.</summary>
/// <param name="First">From 0.</param>
/// <param name="Length">How many.</param>
internal sealed record ByteRange(long First, long Length)
{
    private const string Unit = "bytes=";

    public string ContentRange(long size) => $"bytes {First}-{First + Length - 1}/{size}";

    /// <summary>What a <c>Range</c> header asks for; null is the whole object. As S3 does, several ranges and what is no range are as if there were none.</summary>
    /// <exception cref="ApiException"><c>InvalidRange</c>: no byte of it is there.</exception>
    public static ByteRange? Of(string? header, long size)
    {
        if (header?.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) is not true || header[Unit.Length..].Split('-') is not [var from, var to] || Bounds(from, to, size) is not var (first, last))
        {
            return null;
        }

        return first < size && first <= last
            ? new ByteRange(first, Math.Min(last, size - 1) - first + 1)
            : throw new ApiException("InvalidRange", $"The requested range is not satisfiable: '{header}' of {size} bytes");
    }

    /// <summary>What a copy of a part asks for: both ends, and both there.</summary>
    /// <exception cref="ApiException"><c>InvalidArgument</c>, <c>InvalidRange</c>.</exception>
    public static ByteRange OfCopy(string header, long size)
    {
        if (!header.StartsWith(Unit, StringComparison.Ordinal) || header[Unit.Length..].Split('-') is not [{ Length: > 0 } from, { Length: > 0 } to] || Bounds(from, to, size) is not var (first, last) || first > last)
        {
            throw S3Errors.InvalidArgument($"The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy, got '{header}'");
        }

        return last < size ? new ByteRange(first, last - first + 1) : throw S3Errors.InvalidArgument($"Range specified is not valid for source object of size: {size}");
    }

    private static (long First, long Last)? Bounds(string from, string to, long size) => (Number(from), Number(to)) switch
    {
        ({ } first, { } last) when first <= last => (first, last),
        ({ } first, null) when to.Length == 0 => (first, long.MaxValue),
        (null, { } count) when from.Length == 0 => count == 0 ? (size, size) : (Math.Max(0, size - count), long.MaxValue),
        _ => null,
    };

    private static long? Number(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
