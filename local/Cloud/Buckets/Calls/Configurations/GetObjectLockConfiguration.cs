using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no object lock: none can be put here.</summary>
internal sealed class GetObjectLockConfiguration(BucketStore buckets, BucketOwner owner) : IOperation<GetObjectLockConfigurationInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetObjectLockConfigurationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
    }
}
