using Amazon.Runtime.CredentialManagement;
using Amazon.S3;
using Amazon.S3.Model;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;
using Sluice.Platform.Tests.Objects;

namespace Sluice.Local.Tests.Clients;

/// <summary>AWSSDK.S3 by the suite's own adapter: the contract that every object store keeps, against <c>serve</c>.</summary>
public sealed class SdkObjectStoreTests(ClientSuite suite) : ObjectStoreContract, IClassFixture<ClientSuite>, IDisposable
{
    private AmazonS3Client? _client;

    [Fact]
    public async Task A_body_in_signed_chunks_with_a_checksum_behind_it_is_stored()
    {
        await StoreAsync();
        foreach (var algorithm in (ChecksumAlgorithm[])[ChecksumAlgorithm.CRC32, ChecksumAlgorithm.SHA256])
        {
            var put = new PutObjectRequest { BucketName = Bucket, Key = "chunked", InputStream = new MemoryStream(new byte[300_000]), ChecksumAlgorithm = algorithm, UseChunkEncoding = true };
            (await _client!.PutObjectAsync(put, Token)).ETag.ShouldNotBeNull();
        }

        (await _client!.GetObjectMetadataAsync(Bucket, "chunked", Token)).ContentLength.ShouldBe(300_000);
    }

    public void Dispose() => _client?.Dispose();

    protected override async Task<IObjectStore> StoreAsync()
    {
        new SharedCredentialsFile(suite.Credentials).TryGetProfile("default", out var profile).ShouldBeTrue();
        var config = new AmazonS3Config { ServiceURL = suite.Endpoint.ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true };
        _client = new AmazonS3Client(profile!.GetAWSCredentials(null), config);
        await _client.PutBucketAsync(Bucket, Token);
        return new S3ObjectStore(_client, Directory.CreateDirectory(Path.Combine(suite.Folder, "sdk")).FullName);
    }
}
