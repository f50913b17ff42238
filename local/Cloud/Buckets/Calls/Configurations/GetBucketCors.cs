using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no rules for pages of other origins: none can be put here.</summary>
internal sealed class GetBucketCors(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketCorsInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetBucketCorsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("NoSuchCORSConfiguration", "The CORS configuration does not exist");
    }
}
