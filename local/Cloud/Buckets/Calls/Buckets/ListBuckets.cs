using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Lists the buckets, in the order of their names.</summary>
internal sealed class ListBuckets(BucketStore buckets, BucketOwner owner) : IOperation<ListBucketsInput, ListBucketsOutput>
{
    private const int Most = 10_000;

    public async Task<ListBucketsOutput> RunAsync(ListBucketsInput input, OperationContext context, CancellationToken cancellationToken)
    {
        var most = input.MaxBuckets ?? Most;
        if (most is < 1 or > Most)
        {
            throw S3Errors.InvalidArgument($"max-buckets must be 1 to {Most}, got {most}");
        }

        List<BucketRecord> found = [];
        await foreach (var item in buckets.AllAsync(cancellationToken))
        {
            var bucket = item.Read<BucketRecord>();
            if (IsAsked(input, bucket) && found.Count <= most)
            {
                found.Add(bucket);
            }
        }

        return new ListBucketsOutput
        {
            Owner = owner.Info,
            Prefix = input.Prefix,
            Buckets = [.. found.Take(most).Select(bucket => new BucketSummary { Name = bucket.Name, CreationDate = bucket.CreatedAt, BucketRegion = owner.Region })],
            ContinuationToken = found.Count > most ? found[most - 1].Name : null,
        };
    }

    private bool IsAsked(ListBucketsInput input, BucketRecord bucket) =>
        !bucket.IsClosing
        && bucket.Name.StartsWith(input.Prefix ?? "", StringComparison.Ordinal)
        && (input.BucketRegion is null || input.BucketRegion == owner.Region)
        && (input.ContinuationToken is null || string.CompareOrdinal(bucket.Name, input.ContinuationToken) > 0);
}
