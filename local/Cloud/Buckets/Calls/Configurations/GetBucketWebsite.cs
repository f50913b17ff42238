using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no website: none can be put here.</summary>
internal sealed class GetBucketWebsite(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketWebsiteInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetBucketWebsiteInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration");
    }
}
