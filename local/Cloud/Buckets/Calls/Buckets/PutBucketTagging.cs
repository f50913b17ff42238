using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Replaces the tags of a bucket.</summary>
internal sealed class PutBucketTagging(BucketStore buckets, BucketOwner owner) : IOperation<PutBucketTaggingInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(PutBucketTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var tags = TagSets.Of(input.Tagging.TagSet, TagSets.MostOfBucket);
        await buckets.ChangeAsync(input.Bucket, bucket => bucket with { Tags = tags }, cancellationToken);
        return NoOutput.Value;
    }
}
