using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no policy: none can be put here.</summary>
internal sealed class GetBucketPolicy(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketPolicyInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetBucketPolicyInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("NoSuchBucketPolicy", "The bucket policy does not exist");
    }
}
