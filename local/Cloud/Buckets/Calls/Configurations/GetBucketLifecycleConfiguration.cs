using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no lifecycle rules: none can be put here.</summary>
internal sealed class GetBucketLifecycleConfiguration(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketLifecycleConfigurationInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetBucketLifecycleConfigurationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
    }
}
