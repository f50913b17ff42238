namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>A bucket and what is in it, as CodeBuild writes them: <c>bucket/key</c>, also as <c>arn:aws:s3:::bucket/key</c>.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Key">A key, a folder that ends with a slash, or nothing.</param>
public sealed record BucketPath(string Bucket, string Key)
{
    private const string Arn = "arn:aws:s3:::";

    /// <summary>Null if it names no bucket.</summary>
    public static BucketPath? Read(string text)
    {
        var (bucket, key) = (text.StartsWith(Arn, StringComparison.Ordinal) ? text[Arn.Length..] : text).Split('/', 2) switch
        {
            [var only] => (only, ""),
            [var first, var rest] => (first, rest),
            _ => ("", ""),
        };
        return bucket.Length is >= 3 and <= 63 && bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.') ? new BucketPath(bucket, key) : null;
    }
}
