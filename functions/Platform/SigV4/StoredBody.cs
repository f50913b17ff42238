using System.Globalization;
using Sluice.Platform.Protocol;
using Sluice.Signing;

namespace Sluice.Platform.SigV4;

/// <summary>The body of a request to S3, by what its header says of it.</summary>
internal static class StoredBody
{
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedChunksWithTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string ChunksWithTrailer = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private const int HashLength = 64;

    /// <exception cref="ApiException">The header says what no body is.</exception>
    public static Stream Of(ApiRequest request, Signature signature, byte[] key)
    {
        var content = request.Content ?? new MemoryStream(request.Body.ToArray(), writable: false);
        return request.Header(SignedContent.HashHeader) switch
        {
            SignedContent.Unsigned => content,
            null when signature.IsPresigned => content,
            null => throw new ApiException("InvalidRequest", "Missing required header for this request: x-amz-content-sha256"),
            SignedChunks => new ChunkedContent(content, Length(request), new ChunkSigner(key, signature), hasTrailer: false),
            SignedChunksWithTrailer => new ChunkedContent(content, Length(request), new ChunkSigner(key, signature), hasTrailer: true),
            ChunksWithTrailer => new ChunkedContent(content, Length(request), signer: null, hasTrailer: true),
            { Length: HashLength } hash when hash.All(char.IsAsciiHexDigit) => new HashedContent(content, hash, "XAmzContentSHA256Mismatch"),
            var other => throw new ApiException("InvalidArgument", $"x-amz-content-sha256 must be {SignedContent.Unsigned}, {SignedChunks}, {SignedChunksWithTrailer}, {ChunksWithTrailer} or a valid SHA-256 value, not '{other}'."),
        };
    }

    private static long Length(ApiRequest request) =>
        long.TryParse(request.Header("X-Amz-Decoded-Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : throw new ApiException("MissingContentLength", "You must provide the x-amz-decoded-content-length HTTP header.");
}
