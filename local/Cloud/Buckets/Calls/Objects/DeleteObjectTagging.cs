using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Objects;

/// <summary>Takes the tags of an object away.</summary>
internal sealed class DeleteObjectTagging(ObjectTagger tagger, BucketOwner owner) : IOperation<DeleteObjectTaggingInput, DeleteObjectTaggingOutput>
{
    public async Task<DeleteObjectTaggingOutput> RunAsync(DeleteObjectTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        return new DeleteObjectTaggingOutput { VersionId = await tagger.TagAsync(input.Bucket, input.Key, input.VersionId, none, cancellationToken) };
    }
}
