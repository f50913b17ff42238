using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Tells the Region of a bucket; nothing, as ever, for us-east-1.</summary>
internal sealed class GetBucketLocation(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketLocationInput, GetBucketLocationOutput>
{
    public async Task<GetBucketLocationOutput> RunAsync(GetBucketLocationInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketLocationOutput { LocationConstraint = owner.Region == "us-east-1" ? null : owner.Region };
    }
}
