using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Configurations;

/// <summary>Tells that a bucket is its owner's alone.</summary>
internal sealed class GetBucketAcl(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketAclInput, GetBucketAclOutput>
{
    public async Task<GetBucketAclOutput> RunAsync(GetBucketAclInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        _ = await buckets.GetAsync(input.Bucket, cancellationToken);
        return new GetBucketAclOutput { Owner = owner.Info, Grants = owner.Grants };
    }
}
