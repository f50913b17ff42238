using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Tells that an object is its owner's alone.</summary>
internal sealed class GetObjectAcl(ObjectReader reader, BucketOwner owner) : IOperation<GetObjectAclInput, GetObjectAclOutput>
{
    public async Task<GetObjectAclOutput> RunAsync(GetObjectAclInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        ReadRules.Check(await reader.GetAsync(input.Bucket, input.Key, input.VersionId, cancellationToken), input.VersionId, input.Key);
        return new GetObjectAclOutput { Owner = owner.Info, Grants = owner.Grants };
    }
}
