using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that requests are not logged in a bucket.</summary>
internal sealed class GetBucketLogging(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketLoggingInput, GetBucketLoggingOutput>
{
    public async Task<GetBucketLoggingOutput> RunAsync(GetBucketLoggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketLoggingOutput();
    }
}
