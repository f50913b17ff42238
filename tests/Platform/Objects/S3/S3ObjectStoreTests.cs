using Amazon.Runtime;
using Amazon.S3;
using Sluice.Platform.Objects;
using Sluice.Platform.Objects.S3;

namespace Sluice.Platform.Tests.Objects.S3;

public sealed class S3ObjectStoreTests(Moto moto) : ObjectStoreContract, IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("sluice-s3-");
    private AmazonS3Client? _client;

    public void Dispose()
    {
        _client?.Dispose();
        _temporary.Delete(recursive: true);
    }

    [Fact]
    public async Task No_temporary_file_is_left()
    {
        var store = await StoreAsync();
        await PutAsync(store, "temporary", "text");
        (await GetAsync(store, "temporary")).ShouldBe("text");
        await Should.ThrowAsync<IOException>(() => store.PutAsync(Ref("temporary"), new BrokenStream(), Token));
        _temporary.GetFiles().ShouldBeEmpty();
    }

    protected override async Task<IObjectStore> StoreAsync()
    {
        var config = new AmazonS3Config { ServiceURL = (await moto.UrlAsync()).ToString(), AuthenticationRegion = "us-east-1", ForcePathStyle = true };
        _client = new AmazonS3Client(new BasicAWSCredentials("test", "test"), config);
        if ((await _client.ListBucketsAsync(Token)).Buckets?.Exists(b => b.BucketName == Bucket) != true)
        {
            await _client.PutBucketAsync(Bucket, Token);
        }

        return new S3ObjectStore(_client, _temporary.FullName);
    }
}
