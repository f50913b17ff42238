using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Ends an upload; its parts are gone.</summary>
internal sealed class AbortMultipartUpload(UploadStore uploads, BucketOwner owner) : IOperation<AbortMultipartUploadInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(AbortMultipartUploadInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        await uploads.AbortAsync(input.Bucket, await uploads.GetAsync(input.Bucket, input.Key, input.UploadId, cancellationToken), cancellationToken);
        return NoOutput.Value;
    }
}
