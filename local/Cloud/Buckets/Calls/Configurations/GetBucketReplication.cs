using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket has no replication: none can be put here.</summary>
internal sealed class GetBucketReplication(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketReplicationInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(GetBucketReplicationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        throw new ApiException("ReplicationConfigurationNotFoundError", "The replication configuration was not found");
    }
}
