using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Tells what a bucket does with versions; nothing of one that never had any.</summary>
internal sealed class GetBucketVersioning(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketVersioningInput, GetBucketVersioningOutput>
{
    public async Task<GetBucketVersioningOutput> RunAsync(GetBucketVersioningInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        return new GetBucketVersioningOutput { Status = (await buckets.GetAsync(input.Bucket, cancellationToken)).Value.Versioning };
    }
}
