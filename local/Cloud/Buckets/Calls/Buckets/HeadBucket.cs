using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Tells that a bucket is there.</summary>
internal sealed class HeadBucket(BucketStore buckets, BucketOwner owner) : IOperation<HeadBucketInput, HeadBucketOutput>
{
    public async Task<HeadBucketOutput> RunAsync(HeadBucketInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new HeadBucketOutput { BucketRegion = owner.Region, BucketArn = BucketOwner.BucketArn(input.Bucket), AccessPointAlias = false };
    }
}
