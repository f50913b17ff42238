using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Tells the tags of an object.</summary>
internal sealed class GetObjectTagging(ObjectReader reader, BucketOwner owner) : IOperation<GetObjectTaggingInput, GetObjectTaggingOutput>
{
    public async Task<GetObjectTaggingOutput> RunAsync(GetObjectTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var version = await reader.GetAsync(input.Bucket, input.Key, input.VersionId, cancellationToken);
        ReadRules.Check(version, input.VersionId, input.Key);
        return new GetObjectTaggingOutput { TagSet = TagSets.Shown(version.Tags), VersionId = version.AnsweredId };
    }
}
