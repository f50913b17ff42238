using System.Security.Cryptography;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Checksums;

/// <summary>What a client says that the checksums of its body are: those in headers, and the one that comes behind the body.</summary>
internal sealed record SentChecksum
{
    /// <summary>The algorithm of the checksum that is kept; null if the client named none.</summary>
    public string? Algorithm { get; private init; }

    /// <summary>In Base64; null if it comes behind the body, or not at all.</summary>
    public string? Value { get; private init; }

    /// <summary>Of all the bytes that were sent, in Base64.</summary>
    public string? Md5 { get; private init; }

    /// <summary>Whether it comes behind the body.</summary>
    public bool IsTrailer { get; private init; }

    /// <param name="values">The checksums in headers, by algorithm; null is none.</param>
    /// <param name="trailer">The names of what comes behind the body.</param>
    /// <param name="named">The algorithm that the client says it uses.</param>
    /// <param name="md5">Of <c>Content-MD5</c>.</param>
    /// <exception cref="ApiException"><c>InvalidRequest</c>, <c>InvalidDigest</c>.</exception>
    public static SentChecksum Of(IReadOnlyDictionary<string, string?> values, string? trailer, string? named, string? md5)
    {
        var there = values.Where(value => value.Value is not null).ToList();
        if (there.Count > 1)
        {
            throw S3Errors.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }

        if (md5 is not null && !IsBase64(md5, MD5.HashSizeInBytes))
        {
            throw new ApiException("InvalidDigest", "The Content-MD5 you specified was invalid: it is 16 bytes in Base64.");
        }

        var trailed = ChecksumAlgorithms.All.FirstOrDefault(algorithm => trailer?.Split(',').Any(name => name.Trim().Equals(ChecksumAlgorithms.Header(algorithm), StringComparison.OrdinalIgnoreCase)) is true);
        return there is [var (algorithm, value)]
            ? new SentChecksum { Algorithm = algorithm, Value = Checked(algorithm, value!), Md5 = md5 }
            : new SentChecksum { Algorithm = trailed ?? ChecksumAlgorithms.Named(named), IsTrailer = trailed is not null, Md5 = md5 };
    }

    /// <summary>Holds what came against what was said of it.</summary>
    /// <param name="digest">Of the body, with this checksum's algorithm.</param>
    /// <param name="body">The body, whose end was read.</param>
    /// <exception cref="ApiException"><c>BadDigest</c>.</exception>
    public void Check(ContentDigest digest, Stream body)
    {
        if (Md5 is not null && Md5 != Convert.ToBase64String(digest.Md5))
        {
            throw S3Errors.BadDigest("Content-MD5");
        }

        if ((IsTrailer ? Trailed(body) : Value) is { } sent && sent != digest.Checksum.Value)
        {
            throw S3Errors.BadDigest(ChecksumAlgorithms.Header(Algorithm!));
        }
    }

    private string Trailed(Stream body) => (body as ITrailedContent)?.Trailers.GetValueOrDefault(ChecksumAlgorithms.Header(Algorithm!)) is { } value
        ? Checked(Algorithm!, value)
        : throw new ApiException("MalformedTrailerError", $"The request says that {ChecksumAlgorithms.Header(Algorithm!)} comes behind the body, and it does not.");

    private static string Checked(string algorithm, string value) => IsBase64(value, ChecksumAlgorithms.Length(algorithm))
        ? value
        : throw S3Errors.InvalidRequest($"Value for {ChecksumAlgorithms.Header(algorithm)} header is invalid.");

    private static bool IsBase64(string text, int length)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes * 2];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == length;
    }
}
