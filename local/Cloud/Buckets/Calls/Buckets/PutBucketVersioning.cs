using Sluice.Local.Cloud.Buckets.Model;
using Sluice.Local.Cloud.Buckets.Rules;
using Sluice.Local.Cloud.Buckets.Shapes;
using Sluice.Local.Cloud.Buckets.Storage;
using Sluice.Platform.Protocol;

namespace Sluice.Local.Cloud.Buckets.Calls.Buckets;

/// <summary>Has a bucket keep versions, or not for now.</summary>
internal sealed class PutBucketVersioning(BucketStore buckets, BucketOwner owner) : IOperation<PutBucketVersioningInput, NoOutput>
{
    public async Task<NoOutput> RunAsync(PutBucketVersioningInput input, OperationContext context, CancellationToken cancellationToken)
    {
        owner.Check(input.ExpectedBucketOwner);
        var asked = input.VersioningConfiguration;
        if (asked.MFADelete is not (null or "Disabled"))
        {
            throw S3Errors.NotImplemented("MfaDelete");
        }

        if (asked.Status is not (VersioningStatus.Enabled or VersioningStatus.Suspended))
        {
            throw asked.Status is null
                ? new ApiException("IllegalVersioningConfigurationException", "The Versioning element must be specified")
                : S3Errors.MalformedXml($"Status is '{asked.Status}', and must be {VersioningStatus.Enabled} or {VersioningStatus.Suspended}");
        }

        await buckets.ChangeAsync(input.Bucket, bucket => bucket with { Versioning = asked.Status }, cancellationToken);
        return NoOutput.Value;
    }
}
