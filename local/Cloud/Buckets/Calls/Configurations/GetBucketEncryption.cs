using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells S3's own default, which no bucket is without.</summary>
internal sealed class GetBucketEncryption(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketEncryptionInput, GetBucketEncryptionOutput>
{
    public async Task<GetBucketEncryptionOutput> RunAsync(GetBucketEncryptionInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketEncryptionOutput
        {
            Rules = [new EncryptionRule { ApplyServerSideEncryptionByDefault = new EncryptionDefault { SSEAlgorithm = "AES256" }, BucketKeyEnabled = false }],
        };
    }
}
