using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Deletes a bucket that is empty.</summary>
internal sealed class DeleteBucket(BucketStore buckets, BucketOwner owner) : IOperation<DeleteBucketInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(DeleteBucketInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        await buckets.DeleteAsync(input.Bucket, cancellationToken);
        return NoOutput.Value;
    }
}
