using System.Net;
using System.Text.RegularExpressions;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>What a bucket may be called: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html.</summary>
internal static partial class BucketNames
{
    /// <summary>Where contents are kept in the object store below; nobody's bucket can have this name.</summary>
    public const string Contents = "sluice-bucket-contents";

    private static readonly string[] Prefixes = ["xn--", "sthree-", "amzn-s3-demo-"];
    private static readonly string[] Suffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    /// <exception cref="ApiException"><c>InvalidBucketName</c>.</exception>
    public static void Check(string name)
    {
        if (!IsGood(name))
        {
            throw new ApiException("InvalidBucketName", $"The specified bucket is not valid: '{name}'. Expected 3 to 63 of a-z, 0-9, '-' and '.', with a letter or a digit at both ends, no two dots side by side, and no IP address.");
        }
    }

    public static bool IsGood(string name) =>
        Form().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !(name.Count(c => c == '.') == 3 && IPAddress.TryParse(name, out _))
        && !Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !Suffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
