using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells whether EventBridge is told.</summary>
internal sealed class GetBucketNotificationConfiguration(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketNotificationConfigurationInput, GetBucketNotificationConfigurationOutput>
{
    public async Task<GetBucketNotificationConfigurationOutput> RunAsync(GetBucketNotificationConfigurationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var bucket = (await buckets.GetAsync(input.Bucket, cancellationToken)).Value;
        return new GetBucketNotificationConfigurationOutput { EventBridgeConfiguration = bucket.TellsEventBridge ? "" : null };
    }
}
