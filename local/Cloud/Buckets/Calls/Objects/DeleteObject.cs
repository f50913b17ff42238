using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Deletes an object, or one version of it for good.</summary>
internal sealed class DeleteObject(ObjectWriter writer, BucketOwner owner) : IOperation<DeleteObjectInput, DeleteObjectOutput>
{
    public async Task<DeleteObjectOutput> RunAsync(DeleteObjectInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        ObjectKeys.Check(input.Key);
        var when = new Preconditions(input.IfMatch, IfNoneMatch: null);
        if (input.VersionId is { } version)
        {
            var deleted = await writer.DeleteVersionAsync(input.Bucket, input.Key, version, when, cancellationToken);
            return new DeleteObjectOutput { VersionId = version, DeleteMarker = deleted is { IsDeleteMarker: true } ? true : null };
        }

        var marker = await writer.DeleteAsync(input.Bucket, input.Key, when, cancellationToken);
        return new DeleteObjectOutput { VersionId = marker?.ShownId, DeleteMarker = marker is null ? null : true };
    }
}
