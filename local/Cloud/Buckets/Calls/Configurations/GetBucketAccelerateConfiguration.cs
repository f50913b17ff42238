using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that nothing is accelerated.</summary>
internal sealed class GetBucketAccelerateConfiguration(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketAccelerateConfigurationInput, GetBucketAccelerateConfigurationOutput>
{
    public async Task<GetBucketAccelerateConfigurationOutput> RunAsync(GetBucketAccelerateConfigurationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketAccelerateConfigurationOutput();
    }
}
