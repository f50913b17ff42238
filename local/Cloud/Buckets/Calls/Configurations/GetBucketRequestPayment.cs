using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that the owner pays.</summary>
internal sealed class GetBucketRequestPayment(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketRequestPaymentInput, GetBucketRequestPaymentOutput>
{
    public async Task<GetBucketRequestPaymentOutput> RunAsync(GetBucketRequestPaymentInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketRequestPaymentOutput { Payer = "BucketOwner" };
    }
}
