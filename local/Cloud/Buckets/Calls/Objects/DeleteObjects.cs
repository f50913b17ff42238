using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Deletes up to 1,000 objects or versions, each by itself: what cannot be deleted is said, and keeps nobody from the others.</summary>
internal sealed class DeleteObjects(ObjectWriter writer, BucketStore buckets, BucketOwner owner) : IOperation<DeleteObjectsInput, DeleteObjectsOutput>
{
    public async Task<DeleteObjectsOutput> RunAsync(DeleteObjectsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        List<DeletedObject> deleted = [];
        List<DeleteFailure> failed = [];
        foreach (var named in input.Delete.Objects)
        {
            try
            {
                deleted.Add(await DeleteAsync(input.Bucket, named, cancellationToken));
            }
            catch (ApiException e)
            {
                failed.Add(new DeleteFailure { Key = named.Key, VersionId = named.VersionId, Code = e.Code, Message = e.Message });
            }
        }

        return new DeleteObjectsOutput { Deleted = input.Delete.Quiet is true ? [] : deleted, Errors = failed };
    }

    private async Task<DeletedObject> DeleteAsync(string bucket, ObjectIdentifier named, CancellationToken cancellationToken)
    {
        ObjectKeys.Check(named.Key);
        var when = new Preconditions(named.ETag, IfNoneMatch: null);
        if (named.VersionId is { } version)
        {
            var gone = await writer.DeleteVersionAsync(bucket, named.Key, version, when, cancellationToken);
            return new DeletedObject { Key = named.Key, VersionId = version, DeleteMarker = gone is { IsDeleteMarker: true } ? true : null, DeleteMarkerVersionId = gone is { IsDeleteMarker: true } ? version : null };
        }

        var marker = await writer.DeleteAsync(bucket, named.Key, when, cancellationToken);
        return new DeletedObject { Key = named.Key, DeleteMarker = marker is null ? null : true, DeleteMarkerVersionId = marker?.ShownId };
    }
}
