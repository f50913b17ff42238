using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Answers a file of the compact index as bundler wants it: with its MD5 as ETag, which older bundlers hold against what they have, its SHA-256 for newer ones, and only the rest to who knows the beginning. Pure.</summary>
internal static class IndexAnswer
{
    private const string Unit = "bytes=";

    [SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it; nothing is kept safe by it.")]
    public static ApiResponse Of(ApiRequest request, MadeDocument document)
    {
        var etag = $"\"{Convert.ToHexStringLower(MD5.HashData(document.Plain))}\"";
        if (request.Header("If-None-Match")?.Contains(etag, StringComparison.Ordinal) == true)
        {
            return FormatAnswers.NotModified(etag);
        }

        List<KeyValuePair<string, string>> headers =
        [
            new("Content-Type", document.Type), new("ETag", etag), new("Repr-Digest", $"sha-256=:{Convert.ToBase64String(SHA256.HashData(document.Plain))}:"), new("Accept-Ranges", "bytes"),
            new("Vary", "Accept-Encoding"), new("Cache-Control", "private, no-cache"),
        ];
        if (request.Header("Range") is { } range && StartOf(range) is { } start)
        {
            return start < document.Plain.Length
                ? new ApiResponse(206, [.. headers, new("Content-Range", $"bytes {start}-{document.Plain.Length - 1}/{document.Plain.Length}")], document.Plain.AsMemory((int)start))
                : new ApiResponse(416, [new("Content-Range", $"bytes */{document.Plain.Length}")], default);
        }

        return request.Header("Range") is null && request.Header("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) == true
            ? new ApiResponse(200, [.. headers, new("Content-Encoding", "gzip")], document.Packed)
            : new ApiResponse(200, headers, document.Plain);
    }

    /// <summary>Where the rest begins that is asked for; null for all other ranges, to which the whole is an answer.</summary>
    private static long? StartOf(string range) =>
        range.StartsWith(Unit, StringComparison.Ordinal) && range.EndsWith('-') && long.TryParse(range[Unit.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : null;
}
