using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Tables;

namespace Sluice.Local.Cloud.Buckets.Storage;

/// <summary>Where what S3 remembers is in the table.</summary>
internal static class BucketKeys
{
    /// <summary>The partition of all buckets.</summary>
    public const string Buckets = "S3#BUCKETS";

    /// <summary>The partition of what nothing refers to, and is to be taken away.</summary>
    public const string Loose = "S3#LOOSE";

    /// <summary>The partition of what is still to be told.</summary>
    public const string Notices = "S3#NOTICES";

    private const string Content = "CONTENT#";
    private const string Upload = "UPLOAD#";

    public static Key Bucket(string name) => new(Buckets, name);

    /// <summary>The partition of a bucket's keys, in their order.</summary>
    public static string Objects(string bucket) => $"S3#OBJECTS#{bucket}";

    public static Key Object(string bucket, string key) => new(Objects(bucket), key);

    /// <summary>The partition of a key's older versions. Keys are as long as a sort key may be, so that they are no part of one.</summary>
    public static string Versions(string bucket, string key) => $"S3#VERSIONS#{bucket}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";

    public static Key Version(string bucket, string key, long sequence) => new(Versions(bucket, key), Number(sequence));

    /// <summary>The partition of a bucket's uploads.</summary>
    public static string Uploads(string bucket) => $"S3#UPLOADS#{bucket}";

    public static Key OfUpload(string bucket, string uploadId) => new(Uploads(bucket), uploadId);

    /// <summary>The partition of an upload's parts.</summary>
    public static string Parts(string uploadId) => $"S3#PARTS#{uploadId}";

    public static Key Part(string uploadId, int number) => new(Parts(uploadId), Number(number));

    public static Key LooseContent(string content) => new(Loose, Content + content);

    public static Key LooseUpload(string uploadId) => new(Loose, Upload + uploadId);

    public static Key Notice(string id) => new(Notices, id);

    /// <summary>The content that a key of the loose ones means, else the upload.</summary>
    public static (string? Content, string? UploadId) OfLoose(Key key) =>
        key.Sk.StartsWith(Content, StringComparison.Ordinal) ? (key.Sk[Content.Length..], null) : (null, key.Sk[Upload.Length..]);

    /// <summary>In the order of numbers.</summary>
    public static string Number(long number) => number.ToString("D19", CultureInfo.InvariantCulture);
}
