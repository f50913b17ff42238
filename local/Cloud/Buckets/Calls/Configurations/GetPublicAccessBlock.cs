using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no block of public access: none can be put here.</summary>
internal sealed class GetPublicAccessBlock(BucketStore buckets, BucketOwner owner) : IOperation<GetPublicAccessBlockInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetPublicAccessBlockInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found");
    }
}
