using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Opens what is copied.</summary>
internal static class SourceReading
{
    /// <exception cref="ApiException"><c>NoSuchBucket</c>, <c>NoSuchKey</c>, <c>PreconditionFailed</c>, <c>InvalidRequest</c> and others.</exception>
    public static async Task<(ObjectVersion Version, Stream Content)> OpenAsync(ObjectReader reader, CopySource source, Preconditions when, CancellationToken cancellationToken)
    {
        var version = await reader.GetAsync(source.Bucket, source.Key, source.VersionId, cancellationToken);
        if (version.IsDeleteMarker)
        {
            throw source.VersionId is null ? S3Errors.NoSuchKey(source.Key) : S3Errors.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        }

        var (opened, content) = await reader.OpenAsync(source.Bucket, source.Key, source.VersionId, cancellationToken);
        try
        {
            when.CheckCopy(opened);
            return (opened, content);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }
}
