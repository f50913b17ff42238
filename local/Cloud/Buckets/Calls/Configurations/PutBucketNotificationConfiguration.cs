using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Has EventBridge told of a bucket's objects, or not. Whom else S3 can tell, a rule of EventBridge can.</summary>
internal sealed class PutBucketNotificationConfiguration(BucketStore buckets, BucketOwner owner) : IOperation<PutBucketNotificationConfigurationInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(PutBucketNotificationConfigurationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var asked = input.NotificationConfiguration;
        if (new[] { asked.TopicConfigurations, asked.QueueConfigurations, asked.CloudFunctionConfigurations }.Any(targets => targets is { Count: > 0 }))
        {
            throw S3Errors.NotImplemented("A notification of a topic, a queue or a function; turn EventBridge on instead, and make a rule");
        }

        await buckets.ChangeAsync(input.Bucket, bucket => bucket with { TellsEventBridge = asked.EventBridgeConfiguration is not null }, cancellationToken);
        return NoOutput.Value;
    }
}
