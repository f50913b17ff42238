using System.IO.Compression;
using System.Security.Cryptography;

namespace Sluice.Packages.Formats;

/// <summary>A document that was made for clients, as it goes over the wire.</summary>
/// <param name="Plain">Its bytes.</param>
/// <param name="Packed">The same packed by gzip.</param>
/// <param name="Type">Its media type.</param>
/// <param name="ETag">With its quotes.</param>
public sealed record MadeDocument(byte[] Plain, byte[] Packed, string Type, string ETag)
{
    /// <summary>What it takes in memory.</summary>
    public long Size => Plain.Length + Packed.Length;

    /// <summary>Of its bytes.</summary>
    public static MadeDocument Of(byte[] plain, string type)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return new MadeDocument(plain, packed.ToArray(), type, $"\"{Convert.ToHexStringLower(SHA256.HashData(plain))[..32]}\"");
    }

    /// <summary>The answer to a request: nothing to who has it, and packed to who can unpack it.</summary>
    public ApiResponse Answer(ApiRequest request)
    {
        if (request.Header("If-None-Match")?.Contains(ETag, StringComparison.Ordinal) == true)
        {
            return FormatAnswers.NotModified(ETag);
        }

        List<KeyValuePair<string, string>> headers = [new("Content-Type", Type), new("ETag", ETag), new("Vary", "Accept, Accept-Encoding"), new("Cache-Control", "private, no-cache")];
        if (request.Header("Accept-Encoding")?.Contains("gzip", StringComparison.OrdinalIgnoreCase) != true)
        {
            return new ApiResponse(200, headers, Plain);
        }

        headers.Add(new("Content-Encoding", "gzip"));
        return new ApiResponse(200, headers, Packed);
    }
}
