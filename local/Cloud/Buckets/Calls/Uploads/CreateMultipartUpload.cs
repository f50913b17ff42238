using Sluice.Local.Cloud.Buckets.Calls.Objects;
using Sluice.Local.Cloud.Buckets.Checksums;
using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Ids;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Uploads;

/// <summary>Begins an upload in parts.</summary>
internal sealed class CreateMultipartUpload(UploadStore uploads, BucketOwner owner, IIds ids, TimeProvider time) : IOperation<CreateMultipartUploadInput, CreateMultipartUploadOutput>
{
    public async Task<CreateMultipartUploadOutput> RunAsync(CreateMultipartUploadInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        ObjectKeys.Check(input.Key);
        var algorithm = ChecksumAlgorithms.Named(input.ChecksumAlgorithm);
        var upload = new UploadRecord(UploadIds.Of(time.GetUtcNow(), ids.Uuid()), input.Key, time.GetUtcNow(), ObjectTemplate.Of(input, time.GetUtcNow()))
        {
            ChecksumAlgorithm = algorithm,
            ChecksumType = UploadChecksum.TypeOf(algorithm, input.ChecksumType),
        };
        await uploads.BeginAsync(input.Bucket, upload, cancellationToken);
        return new CreateMultipartUploadOutput
        {
            Bucket = input.Bucket,
            Key = input.Key,
            UploadId = upload.UploadId,
            ServerSideEncryption = "AES256",
            ChecksumAlgorithm = algorithm,
            ChecksumType = upload.ChecksumType,
        };
    }
}
