using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Takes the tags of a bucket away.</summary>
internal sealed class DeleteBucketTagging(BucketStore buckets, BucketOwner owner) : IOperation<DeleteBucketTaggingInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(DeleteBucketTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        await buckets.ChangeAsync(input.Bucket, bucket => bucket with { Tags = null }, cancellationToken);
        return NoOutput.Value;
    }
}
