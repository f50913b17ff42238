using System.Text;
using Sluice.Platform.Objects;

namespace Sluice.Platform.Tests.Objects;

/// <summary>What every object store does.</summary>
public abstract class ObjectStoreContract
{
    protected const string Bucket = "artifacts";

    public static TheoryData<string> HostileKeys => new(
        "../../etc/passwd", "/etc/passwd", "..", ".", "a/../../b", @"..\..\b", @"C:\b", "a//b", "a\0b", "a\nb", "CON", "a.", "a ", " ", "%2e%2e/b", "ä/😀",
        "a:b", "a*?<>|\"", new string('x', 1024));

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<IObjectStore> StoreAsync();

    [Fact]
    public async Task An_object_comes_back_byte_for_byte_and_can_seek()
    {
        var store = await StoreAsync();
        var bytes = Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31)).ToArray();
        await store.PutAsync(Ref("a/b.zip"), new MemoryStream(bytes), Token);
        await using var stream = await store.OpenAsync(Ref("a/b.zip"), Token);
        stream.CanSeek.ShouldBeTrue();
        stream.Length.ShouldBe(bytes.Length);
        stream.Seek(100_000, SeekOrigin.Begin);
        stream.ReadByte().ShouldBe(bytes[100_000]);
        stream.Position = 0;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        copy.ToArray().ShouldBe(bytes);
    }

    [Fact]
    public async Task A_put_replaces_what_was_there_and_an_empty_object_is_one()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "first");
        await PutAsync(store, "k", "");
        (await GetAsync(store, "k")).ShouldBe("");
        (await store.ExistsAsync(Ref("k"), Token)).ShouldBeTrue();
    }

    [Fact]
    public async Task An_absent_object_says_where_it_was_looked_for()
    {
        var store = await StoreAsync();
        (await store.ExistsAsync(Ref("none"), Token)).ShouldBeFalse();
        (await Should.ThrowAsync<ObjectNotFoundException>(() => store.OpenAsync(Ref("none"), Token))).Message.ShouldContain("s3://artifacts/none");
        await store.DeleteAsync(Ref("none"), Token);
    }

    [Fact]
    public async Task An_object_tells_the_ETag_of_its_content()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "hello");

        await using var stored = await store.OpenVersionAsync(Ref("k"), null, Token);

        stored.ETag.ShouldBe("5d41402abc4b2a76b9719d911017c592");
        using var reader = new StreamReader(stored.Content);
        (await reader.ReadToEndAsync(Token)).ShouldBe("hello");
    }

    [Fact]
    public async Task An_object_can_be_read_as_it_comes()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "hello");

        await using var content = await store.StreamAsync(Ref("k"), Token);

        using var reader = new StreamReader(content);
        (await reader.ReadToEndAsync(Token)).ShouldBe("hello");
        await Should.ThrowAsync<ObjectNotFoundException>(() => store.StreamAsync(Ref("absent"), Token));
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_named()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "hello");

        (await Should.ThrowAsync<ObjectNotFoundException>(() => store.OpenVersionAsync(Ref("k"), "no-such-version", Token))).Message.ShouldContain("no version 'no-such-version'");
    }

    [Fact]
    public async Task A_deleted_object_is_gone()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "text");
        await store.DeleteAsync(Ref("k"), Token);
        (await store.ExistsAsync(Ref("k"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_differ_by_case_and_may_be_prefixes_of_each_other()
    {
        var store = await StoreAsync();
        await PutAsync(store, "a", "1");
        await PutAsync(store, "A", "2");
        await PutAsync(store, "a/b", "3");
        await PutAsync(store, "a/", "4");
        (await GetAsync(store, "a")).ShouldBe("1");
        (await GetAsync(store, "A")).ShouldBe("2");
        (await GetAsync(store, "a/b")).ShouldBe("3");
        (await GetAsync(store, "a/")).ShouldBe("4");
    }

    [Theory]
    [InlineData("Upper", "k")]
    [InlineData("..", "k")]
    [InlineData("a/b", "k")]
    [InlineData("artifacts", "")]
    public async Task A_reference_that_S3_would_not_take_is_refused(string bucket, string key)
    {
        var store = await StoreAsync();
        await Should.ThrowAsync<ArgumentException>(() => store.PutAsync(new ObjectRef(bucket, key), new MemoryStream(), Token));
        await Should.ThrowAsync<ArgumentException>(() => store.PutAsync(Ref(new string('x', 1025)), new MemoryStream(), Token));
    }

    [Fact]
    public async Task A_source_that_breaks_leaves_the_old_object()
    {
        var store = await StoreAsync();
        await PutAsync(store, "k", "old");
        await Should.ThrowAsync<IOException>(() => store.PutAsync(Ref("k"), new BrokenStream(), Token));
        (await GetAsync(store, "k")).ShouldBe("old");
    }

    protected static ObjectRef Ref(string key) => new(Bucket, key);

    protected static Task PutAsync(IObjectStore store, string key, string text) =>
        store.PutAsync(Ref(key), new MemoryStream(Encoding.UTF8.GetBytes(text)), Token);

    protected static async Task<string> GetAsync(IObjectStore store, string key)
    {
        using var reader = new StreamReader(await store.OpenAsync(Ref(key), Token));
        return await reader.ReadToEndAsync(Token);
    }
}
