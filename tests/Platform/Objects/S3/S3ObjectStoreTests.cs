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

    [Fact]
    public async Task What_an_object_is_to_be_told_and_kept_with_is_handed_to_S3()
    {
        var store = await StoreAsync();
        var settings = new ObjectSettings { ContentType = "text/css", CacheControl = "max-age=60", CannedAcl = "public-read", KmsKey = "arn:aws:kms:us-east-1:123456789012:key/site" };

        await store.PutAsync(Ref("site.css"), new MemoryStream("p {}"u8.ToArray()), settings, Token);

        using var kept = await _client!.GetObjectAsync(Bucket, "site.css", Token);
        (kept.Headers.ContentType, kept.Headers.CacheControl, kept.ServerSideEncryptionMethod, kept.ServerSideEncryptionKeyManagementServiceKeyId)
            .ShouldBe(("text/css", "max-age=60", ServerSideEncryptionMethod.AWSKMS, "arn:aws:kms:us-east-1:123456789012:key/site"));
        (await _client.GetObjectAclAsync(new Amazon.S3.Model.GetObjectAclRequest { BucketName = Bucket, Key = "site.css" }, Token)).Grants
            .ShouldContain(grant => grant.Grantee.URI == "http://acs.amazonaws.com/groups/global/AllUsers" && grant.Permission == S3Permission.READ);
    }

    [Fact]
    public async Task What_is_read_as_it_comes_has_an_address_at_which_anybody_can_read_it()
    {
        var store = await StoreAsync();
        await PutAsync(store, "file.tgz", "a file");
        await using var content = await store.StreamAsync(Ref("file.tgz"), Token);
        var stored = content.ShouldBeAssignableTo<IStoredContent>()!;
        using var http = new HttpClient();

        using var answer = await http.GetAsync(stored.Link(TimeProvider.System.GetUtcNow().AddMinutes(10), "application/octet-stream"), Token);

        stored.Size.ShouldBe(6);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldBe("a file");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        _temporary.GetFiles().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_refuses_by_name()
    {
        var store = await StoreAsync();
        var refusal = await Should.ThrowAsync<ObjectRefusedException>(() => store.PutAsync(new ObjectRef("nobodys-bucket", "k"), new MemoryStream([1]), new ObjectSettings(), Token));
        refusal.Message.ShouldStartWith("s3://nobodys-bucket/k cannot be written: ");
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
