using Sluice.Platform.Objects;
using Sluice.Platform.Tests.Objects;

namespace Sluice.Local.Tests.Cloud.Buckets;

/// <summary>The suite's object store, of a bucket that somebody created: the contract that every object store keeps, and what is more.</summary>
public sealed class BucketObjectsTests : ObjectStoreContract, IDisposable
{
    private readonly BucketWorld _world = new();

    [Fact]
    public async Task A_bucket_that_nobody_created_is_files_as_ever()
    {
        await _world.Shared.PutAsync(Ref("k"), BucketWorld.Bytes("text"), Token);

        (await _world.Files.ExistsAsync(Ref("k"), Token)).ShouldBeTrue();
        (await GetAsync(_world.Shared, "k")).ShouldBe("text");
    }

    [Fact]
    public async Task What_another_process_puts_into_the_files_is_taken_up_when_it_is_asked_for()
    {
        await _world.CreateAsync();
        await _world.PutAsync("k", "old");
        await _world.Files.PutAsync(new ObjectRef(BucketWorld.Bucket, "k"), BucketWorld.Bytes("new"), Token);

        (await _world.Shared.ExistsAsync(new ObjectRef(BucketWorld.Bucket, "k"), Token)).ShouldBeTrue();

        (await _world.ReadAsync("k")).ShouldBe("new");
        (await _world.Files.ExistsAsync(new ObjectRef(BucketWorld.Bucket, "k"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Versions_are_read_by_their_ids_with_their_ETags()
    {
        await _world.CreateAsync("Enabled");
        var first = await _world.PutAsync("k", "hello");
        await _world.PutAsync("k", "other");

        await using var stored = await _world.Shared.OpenVersionAsync(new ObjectRef(BucketWorld.Bucket, "k"), first.VersionId, Token);

        (stored.ETag, stored.VersionId).ShouldBe(("5d41402abc4b2a76b9719d911017c592", first.VersionId));
    }

    [Fact]
    public async Task What_an_object_is_told_with_is_kept()
    {
        await _world.CreateAsync();
        var target = new ObjectRef(BucketWorld.Bucket, "site.css");

        await _world.Shared.PutAsync(target, BucketWorld.Bytes("p {}"), new ObjectSettings { ContentType = "text/css", CacheControl = "max-age=60", CannedAcl = "private" }, Token);

        var headers = (await _world.Reader.GetAsync(BucketWorld.Bucket, "site.css", null, Token)).Headers;
        (headers.ContentType, headers.CacheControl).ShouldBe(("text/css", "max-age=60"));
    }

    [Theory]
    [InlineData("public-read", null, "the bucket does not allow ACLs")]
    [InlineData(null, "arn:aws:kms:us-east-1:123456789012:key/k", "this machine has no KMS")]
    public async Task What_this_machine_cannot_keep_is_refused_and_nothing_is_put(string? acl, string? key, string why)
    {
        await _world.CreateAsync();
        var target = new ObjectRef(BucketWorld.Bucket, "k");
        (await Should.ThrowAsync<ObjectRefusedException>(() => _world.Shared.PutAsync(target, BucketWorld.Bytes("x"), new ObjectSettings { CannedAcl = acl, KmsKey = key }, Token))).Message.ShouldContain(why);
        (await _world.Shared.ExistsAsync(target, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Nothing_is_deployed_to_a_bucket_that_nobody_created() =>
        (await Should.ThrowAsync<ObjectRefusedException>(() => _world.Shared.PutAsync(new ObjectRef("nobodys", "k"), BucketWorld.Bytes("x"), new ObjectSettings(), Token))).Message.ShouldContain("there is no such bucket");

    [Fact]
    public async Task A_deleted_object_is_gone_for_the_suite_too()
    {
        await _world.CreateAsync("Enabled");
        await _world.PutAsync("k", "hello");
        await _world.DeleteAsync("k");

        (await _world.Shared.ExistsAsync(new ObjectRef(BucketWorld.Bucket, "k"), Token)).ShouldBeFalse();
        await Should.ThrowAsync<ObjectNotFoundException>(() => _world.Shared.OpenAsync(new ObjectRef(BucketWorld.Bucket, "k"), Token));
    }

    public void Dispose() => _world.Dispose();

    protected override async Task<IObjectStore> StoreAsync()
    {
        await _world.Buckets.TryCreateAsync(new Local.Cloud.Buckets.Model.BucketRecord(Bucket, TimeProvider.System.GetUtcNow()), Token);
        return _world.Shared;
    }
}
