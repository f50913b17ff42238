using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Replaces the tags of an object.</summary>
internal sealed class PutObjectTagging(ObjectTagger tagger, BucketOwner owner) : IOperation<PutObjectTaggingInput, PutObjectTaggingOutput>
{
    public async Task<PutObjectTaggingOutput> RunAsync(PutObjectTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var tags = TagSets.Of(input.Tagging.TagSet, TagSets.MostOfObject);
        return new PutObjectTaggingOutput { VersionId = await tagger.TagAsync(input.Bucket, input.Key, input.VersionId, tags, cancellationToken) };
    }
}
