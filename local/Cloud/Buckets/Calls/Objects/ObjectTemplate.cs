using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>What headers say of an object that is put, copied or uploaded in parts.</summary>
internal static class ObjectTemplate
{
    private const string Chunked = "aws-chunked";
    private static readonly string[] StorageClasses =
        ["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR"];

    /// <summary>What a body is of which nobody says.</summary>
    public const string DefaultType = "binary/octet-stream";

    /// <exception cref="ApiException"><c>MetadataTooLarge</c>, <c>InvalidTag</c>, <c>InvalidStorageClass</c>.</exception>
    public static ObjectVersion Of(PutObjectInput input, DateTimeOffset now) => Of(
        new ObjectHeaders
        {
            CacheControl = input.CacheControl,
            ContentDisposition = input.ContentDisposition,
            ContentEncoding = input.ContentEncoding,
            ContentLanguage = input.ContentLanguage,
            ContentType = input.ContentType,
            Expires = input.Expires,
            StorageClass = input.StorageClass,
            WebsiteRedirectLocation = input.WebsiteRedirectLocation,
        },
        input.Metadata,
        input.Tagging,
        now);

    /// <inheritdoc cref="Of(PutObjectInput, DateTimeOffset)"/>
    public static ObjectVersion Of(CreateMultipartUploadInput input, DateTimeOffset now) => Of(
        new ObjectHeaders
        {
            CacheControl = input.CacheControl,
            ContentDisposition = input.ContentDisposition,
            ContentEncoding = input.ContentEncoding,
            ContentLanguage = input.ContentLanguage,
            ContentType = input.ContentType,
            Expires = input.Expires,
            StorageClass = input.StorageClass,
            WebsiteRedirectLocation = input.WebsiteRedirectLocation,
        },
        input.Metadata,
        input.Tagging,
        now);

    /// <inheritdoc cref="Of(PutObjectInput, DateTimeOffset)"/>
    public static ObjectVersion Of(CopyObjectInput input, DateTimeOffset now) => Of(
        new ObjectHeaders
        {
            CacheControl = input.CacheControl,
            ContentDisposition = input.ContentDisposition,
            ContentEncoding = input.ContentEncoding,
            ContentLanguage = input.ContentLanguage,
            ContentType = input.ContentType,
            Expires = input.Expires,
            StorageClass = input.StorageClass,
            WebsiteRedirectLocation = input.WebsiteRedirectLocation,
        },
        input.Metadata,
        input.Tagging,
        now);

    private static ObjectVersion Of(ObjectHeaders headers, IReadOnlyDictionary<string, string>? metadata, string? tagging, DateTimeOffset now)
    {
        if (headers.StorageClass is { } storage && !StorageClasses.Contains(storage, StringComparer.Ordinal))
        {
            throw new ApiException("InvalidStorageClass", $"The storage class you specified is not valid: '{storage}'. Served are {string.Join(", ", StorageClasses)}: objects that must be restored first are not.");
        }

        return new ObjectVersion
        {
            LastModified = now,
            Headers = headers with { ContentEncoding = Encoding(headers.ContentEncoding), StorageClass = headers.StorageClass is "STANDARD" ? null : headers.StorageClass },
            Metadata = ObjectMetadata.Of(metadata),
            Tags = TagSets.OfHeader(tagging),
        };
    }

    /// <summary>How a body is divided on its way is nothing of the object.</summary>
    private static string? Encoding(string? header)
    {
        var kept = (header ?? "").Split(',').Select(name => name.Trim()).Where(name => name.Length > 0 && !name.Equals(Chunked, StringComparison.OrdinalIgnoreCase)).ToList();
        return kept.Count == 0 ? null : string.Join(',', kept);
    }
}
