using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>What a part must keep to.</summary>
internal static class PartNumbers
{
    private const int Most = 10_000;

    /// <exception cref="ApiException"><c>InvalidArgument</c>.</exception>
    public static void Check(int number)
    {
        if (number is < 1 or > Most)
        {
            throw S3Errors.InvalidArgument($"Part number must be an integer between 1 and {Most}, inclusive, got {number}");
        }
    }

    /// <exception cref="ApiException"><c>InvalidRequest</c>: the part's checksum is of another algorithm than the upload's.</exception>
    public static SentChecksum Checked(SentChecksum sent, UploadRecord upload) =>
        upload.ChecksumAlgorithm is { } expected && sent.Algorithm is { } named && named != expected
            ? throw S3Errors.InvalidRequest($"Checksum Type mismatch occurred, expected checksum Type: {expected.ToLowerInvariant()}, actual checksum Type: {named.ToLowerInvariant()}")
            : sent;
}
