using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Tells the tags of a bucket that has some.</summary>
internal sealed class GetBucketTagging(BucketStore buckets, BucketOwner owner) : IOperation<GetBucketTaggingInput, GetBucketTaggingOutput>
{
    public async Task<GetBucketTaggingOutput> RunAsync(GetBucketTaggingInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        return (await buckets.GetAsync(input.Bucket, cancellationToken)).Value.Tags is { Count: > 0 } tags
            ? new GetBucketTaggingOutput { TagSet = TagSets.Shown(tags) }
            : throw new ApiException("NoSuchTagSet", "The TagSet does not exist");
    }
}
