using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Makes a bucket. In this Region, one that is there already is no error, as in S3: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html.</summary>
internal sealed class CreateBucket(BucketStore buckets, BucketOwner owner, TimeProvider time) : IOperation<CreateBucketInput, CreateBucketOutput>
{
    public async Task<CreateBucketOutput> RunAsync(CreateBucketInput input, OperationContext context, CancellationToken cancellationToken)
    {
        BucketNames.Check(input.Bucket);
        CheckPlace(input.CreateBucketConfiguration);
        CheckOwnership(input.ObjectOwnership);
        if (input.Bucket == BucketNames.Contents)
        {
            throw new ApiException("BucketAlreadyExists", "The requested bucket name is not available. Please select a different name and try again.");
        }

        var bucket = new BucketRecord(input.Bucket, time.GetUtcNow()) { Tags = input.CreateBucketConfiguration?.Tags is { Count: > 0 } tags ? TagSets.Of(tags, TagSets.MostOfBucket) : null };
        if (!await buckets.TryCreateAsync(bucket, cancellationToken) && owner.Region != "us-east-1")
        {
            throw new ApiException("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded and you already own it.");
        }

        return new CreateBucketOutput { Location = $"/{input.Bucket}", BucketArn = BucketOwner.BucketArn(input.Bucket) };
    }

    private void CheckPlace(BucketConfiguration? configuration)
    {
        if (configuration?.LocationConstraint is { Length: > 0 } place && (place != owner.Region || place == "us-east-1"))
        {
            throw new ApiException("IllegalLocationConstraintException", $"The {place} location constraint is incompatible for the region specific endpoint this request was sent to, which is {owner.Region}.");
        }
    }

    private static void CheckOwnership(string? ownership)
    {
        if (ownership is not (null or "BucketOwnerEnforced"))
        {
            throw S3Errors.NotImplemented($"The object ownership '{ownership}'");
        }
    }
}
