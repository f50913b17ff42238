using System.Text.RegularExpressions;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Revisions;

/// <summary>What the filters of a listing must keep to.</summary>
internal static partial class RevisionFilterRules
{
    private const int LongestKey = 1024;

    public static RequestFaults Check(string? bucket, string? keyPrefix)
    {
        var faults = new RequestFaults();
        faults.Require(bucket is not null || keyPrefix is null, "BucketNameFilterRequiredException", "s3Bucket: is required with s3KeyPrefix");
        faults.Require(
            bucket is null || BucketForm().IsMatch(bucket), "InvalidBucketNameFilterException", $"s3Bucket: the name of a bucket was expected, not '{bucket}'");
        faults.Require(
            keyPrefix is null or { Length: >= 1 and <= LongestKey },
            "InvalidKeyPrefixFilterException",
            $"s3KeyPrefix: 1 to {LongestKey} characters were expected, not {keyPrefix?.Length}");
        return faults;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BucketForm();
}
