using System.Globalization;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Rules;

/// <summary>What must hold of an object for it to be read, copied or written, as RFC 9110 orders the headers.</summary>
/// <param name="IfMatch">ETags of which one must be the object's.</param>
/// <param name="IfNoneMatch">ETags of which none may be.</param>
/// <param name="IfModifiedSince">An HTTP date; one that is none is left out of account.</param>
/// <param name="IfUnmodifiedSince">The same.</param>
internal sealed record Preconditions(string? IfMatch, string? IfNoneMatch, string? IfModifiedSince = null, string? IfUnmodifiedSince = null)
{
    private const string Any = "*";

    /// <exception cref="ApiException"><c>PreconditionFailed</c>, <c>NotModified</c>.</exception>
    public void CheckRead(ObjectVersion there)
    {
        if (Failed(there) is { } failed)
        {
            throw S3Errors.PreconditionFailed(failed);
        }

        if (IfNoneMatch is { } tags ? Has(tags, there) : Date(IfModifiedSince) is { } since && there.LastModified <= since)
        {
            throw S3Errors.NotModified();
        }
    }

    /// <summary>A source that is not modified is no more an answer than one that does not match.</summary>
    /// <exception cref="ApiException"><c>PreconditionFailed</c>.</exception>
    public void CheckCopy(ObjectVersion source)
    {
        try
        {
            CheckRead(source);
        }
        catch (ApiException e) when (e.Code == "NotModified")
        {
            throw S3Errors.PreconditionFailed(IfNoneMatch is null ? "If-Modified-Since" : "If-None-Match");
        }
    }

    /// <summary>Which conditions a write has.</summary>
    /// <exception cref="ApiException"><c>NotImplemented</c>: S3 knows only some.</exception>
    public void CheckWritable()
    {
        if (IfNoneMatch is not (null or Any))
        {
            throw S3Errors.NotImplemented("If-None-Match with an ETag on a write, which S3 has with '*' only,");
        }
    }

    /// <param name="there">What is at the key; null is nothing, or a delete marker.</param>
    /// <exception cref="ApiException"><c>PreconditionFailed</c>, <c>NoSuchKey</c>.</exception>
    public void CheckWrite(string key, ObjectVersion? there)
    {
        if (IfNoneMatch is not null && there is not null)
        {
            throw S3Errors.PreconditionFailed("If-None-Match");
        }

        if (IfMatch is { } tags && !Has(tags, there ?? throw S3Errors.NoSuchKey(key)))
        {
            throw S3Errors.PreconditionFailed("If-Match");
        }
    }

    private string? Failed(ObjectVersion there) =>
        IfMatch is { } tags ? (Has(tags, there) ? null : "If-Match")
        : Date(IfUnmodifiedSince) is { } since && there.LastModified > since ? "If-Unmodified-Since"
        : null;

    private static bool Has(string tags, ObjectVersion version) =>
        tags.Split(',').Select(tag => tag.Trim()).Any(tag => tag == Any || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"').Equals(version.ETag, StringComparison.Ordinal));

    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date) ? date : null;
}
