using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that objects are the bucket's owner's.</summary>
internal sealed class GetBucketOwnershipControls(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketOwnershipControlsInput, GetBucketOwnershipControlsOutput>
{
    public async Task<GetBucketOwnershipControlsOutput> RunAsync(GetBucketOwnershipControlsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketOwnershipControlsOutput { Rules = [new OwnershipRule { ObjectOwnership = "BucketOwnerEnforced" }] };
    }
}
