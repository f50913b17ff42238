using System.Security.Cryptography;
using Sluice.Platform.Protocol;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Images;

public sealed class BlobTests
{
    [Fact]
    public async Task A_blob_comes_as_a_whole_and_is_given_out_as_it_is()
    {
        using var world = await NewAsync();
        var digest = Digest(Bytes("hello"));

        var pushed = await world.AskAsync("POST", $"{Image}/blobs/uploads/?digest={digest}", Bytes("hello"));

        pushed.Status.ShouldBe(201);
        pushed.Header("Location").ShouldBe($"{Image}/blobs/{digest}");
        pushed.Header("Docker-Content-Digest").ShouldBe(digest);
        var got = await world.AskAsync("GET", $"{Image}/blobs/{digest}");
        (got.Status, got.Header("Docker-Content-Digest"), await PackageWorld.TextAsync(got)).ShouldBe((200, digest, "hello"));
        var head = await world.AskAsync("HEAD", $"{Image}/blobs/{digest}");
        (head.Status, head.Header("Content-Length"), head.Content).ShouldBe((200, "5", null));
    }

    [Fact]
    public async Task A_blob_is_known_by_sha512_too()
    {
        using var world = await NewAsync();
        var digest = $"sha512:{Convert.ToHexStringLower(SHA512.HashData(Bytes("hello")))}";
        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?digest={digest}", Bytes("hello"))).Status.ShouldBe(201);
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Image}/blobs/{digest}"))).ShouldBe("hello");
    }

    [Theory]
    [InlineData("bytes=0-1", "he", "bytes 0-1/5")]
    [InlineData("bytes=3-", "lo", "bytes 3-4/5")]
    [InlineData("bytes=-2", "lo", "bytes 3-4/5")]
    [InlineData("bytes=1-99", "ello", "bytes 1-4/5")]
    [InlineData("bytes=5-", "hello", null)]
    [InlineData("bytes=0-1,3-4", "hello", null)]
    [InlineData("lines=0-1", "hello", null)]
    public async Task Who_was_cut_off_gets_the_rest(string range, string expected, string? told)
    {
        using var world = await NewAsync();
        var digest = await world.BlobAsync("hello");
        var answer = await world.AskAsync("GET", $"{Image}/blobs/{digest}", null, ("Range", range));
        (await PackageWorld.TextAsync(answer)).ShouldBe(expected);
        (answer.Status, answer.Header("Content-Range")).ShouldBe((told is null ? 200 : 206, told));
    }

    [Fact]
    public async Task Another_content_than_its_digest_is_refused_and_not_stored()
    {
        using var world = await NewAsync();
        var digest = Digest(Bytes("hello"));
        await world.AskAsync("POST", $"{Image}/blobs/uploads/?digest={digest}", Bytes("hallo")).RefusedAsync(400, "DIGEST_INVALID");
        await world.AskAsync("POST", $"{Image}/blobs/uploads/?digest=sha256:12", Bytes("hello")).RefusedAsync(400, "DIGEST_INVALID", "sha256: and 64");
        await world.AskAsync("GET", $"{Image}/blobs/{digest}").RefusedAsync(404, "BLOB_UNKNOWN");
        world.Objects.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Chunks_follow_each_other()
    {
        using var world = await NewAsync();
        var upload = await BeginAsync(world);

        var first = await ChunkAsync(world, upload, "hel", "0-2");
        (first.Status, first.Header("Range"), first.Header("Location")).ShouldBe((202, "0-2", upload));
        await ChunkAsync(world, upload, "xx", "7-8").RefusedAsync(416, "BLOB_UPLOAD_INVALID", "3 bytes");
        var stands = await world.AskAsync("GET", upload);
        (stands.Status, stands.Header("Range")).ShouldBe((204, "0-2"));
        await ChunkAsync(world, upload, "lo!", "3-9").RefusedAsync(400, "SIZE_INVALID", "7 bytes, and 3 came");
        (await ChunkAsync(world, upload, "lo", null)).Header("Range").ShouldBe("0-4");
        var digest = Digest(Bytes("hello!"));
        (await world.AskAsync("PUT", $"{upload}?digest={digest}", Bytes("!"), ("Content-Range", "5-5"))).Status.ShouldBe(201);

        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{Image}/blobs/{digest}"))).ShouldBe("hello!");
        world.Objects.Keys.ShouldHaveSingleItem();
        await world.AskAsync("GET", upload).RefusedAsync(404, "BLOB_UPLOAD_UNKNOWN");
    }

    [Fact]
    public async Task Chunks_that_are_not_what_the_digest_says_are_gone()
    {
        using var world = await NewAsync();
        var upload = await BeginAsync(world);
        await ChunkAsync(world, upload, "hel", null);
        await world.AskAsync("PUT", $"{upload}?digest={Digest(Bytes("hello"))}", Bytes("la")).RefusedAsync(400, "DIGEST_INVALID");
        world.Objects.Keys.ShouldBeEmpty();
        await world.AskAsync("GET", upload).RefusedAsync(404, "BLOB_UPLOAD_UNKNOWN");
    }

    [Fact]
    public async Task An_upload_is_cancelled_and_one_that_was_abandoned_is_swept_by_the_next_one()
    {
        using var world = await NewAsync();
        var (cancelled, abandoned) = (await BeginAsync(world), await BeginAsync(world));
        await ChunkAsync(world, cancelled, "one", null);
        await ChunkAsync(world, abandoned, "two", null);
        (await world.AskAsync("DELETE", cancelled)).Status.ShouldBe(204);
        await world.AskAsync("DELETE", cancelled).RefusedAsync(404, "BLOB_UPLOAD_UNKNOWN");
        world.Objects.Keys.Count().ShouldBe(1);

        world.Clock.Advance(TimeSpan.FromHours(23));
        await BeginAsync(world, await world.TokenAsync());
        world.Objects.Keys.Count().ShouldBe(1);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await BeginAsync(world, await world.TokenAsync());

        world.Objects.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_breaks_off_on_the_way_is_not_there()
    {
        using var world = await NewAsync();
        var upload = await BeginAsync(world);
        var request = new ApiRequest("PATCH", upload, "", [new("Authorization", $"Bearer {await world.TokenAsync()}")], default) { Content = new BreakingStream() };
        (await world.Get<Packages.Entry.ImageEndpoint>().AnswerAsync(request, CancellationToken.None)).Status.ShouldBe(500);
        (await world.AskAsync("GET", upload)).Header("Range").ShouldBe("0-0");
        world.Objects.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_blob_is_mounted_from_another_image_of_the_domain()
    {
        using var world = await NewAsync();
        await world.RepositoryAsync("other");
        var digest = await world.BlobAsync("hello", "/v2/org/other/base");

        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?mount={digest}&from=org/other/base")).Status.ShouldBe(201);

        (await world.AskAsync("HEAD", $"{Image}/blobs/{digest}")).Status.ShouldBe(200);
        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?mount={digest}")).Status.ShouldBe(201);
        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?mount={Digest([1])}&from=org/other/base")).Status.ShouldBe(202);
        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?mount={digest}&from=foreign/other/base")).Status.ShouldBe(202);
        (await world.AskAsync("POST", $"{Image}/blobs/uploads/?mount={digest}&from=../x")).Status.ShouldBe(202);
    }

    [Fact]
    public async Task A_content_of_another_format_is_no_blob()
    {
        using var world = await NewAsync();
        var digest = Digest(Bytes("hello"));
        await world.Get<Contents.ContentStore>().WriteAsync("org", Bytes("hello"), CancellationToken.None);
        await world.AskAsync("GET", $"{Image}/blobs/{digest}").RefusedAsync(404, "BLOB_UNKNOWN");
    }

    [Fact]
    public async Task A_blob_is_deleted_when_no_manifest_names_it()
    {
        using var world = await NewAsync();
        var manifest = await world.PushAsync("1");
        var digest = Digest(Bytes("layer"));
        await world.AskAsync("DELETE", $"{Image}/blobs/{digest}").RefusedAsync(409, "DENIED", manifest);
        (await world.AskAsync("DELETE", $"{Image}/manifests/{manifest}")).Status.ShouldBe(202);
        (await world.AskAsync("DELETE", $"{Image}/blobs/{digest}")).Status.ShouldBe(202);
        await world.AskAsync("DELETE", $"{Image}/blobs/{digest}").RefusedAsync(404, "BLOB_UNKNOWN");
    }

    [Fact]
    public async Task Another_image_does_not_go_on_with_an_upload()
    {
        using var world = await NewAsync();
        var upload = await BeginAsync(world);
        await world.AskAsync("GET", upload.Replace("team/app", "team/other", StringComparison.Ordinal)).RefusedAsync(404, "BLOB_UPLOAD_UNKNOWN");
    }

    private static async Task<string> BeginAsync(PackageWorld world, string? token = null)
    {
        var begun = token is null ? await world.AskAsync("POST", $"{Image}/blobs/uploads/") : await world.AskAsync(token, "POST", $"{Image}/blobs/uploads/");
        (begun.Status, begun.Header("Range")).ShouldBe((202, "0-0"));
        return begun.Header("Location")!;
    }

    private static Task<ApiResponse> ChunkAsync(PackageWorld world, string upload, string content, string? range) =>
        world.AskAsync("PATCH", upload, Bytes(content), range is null ? [] : [("Content-Range", range)]);

    private sealed class BreakingStream : MemoryStream
    {
        private bool _isRead;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_isRead)
            {
                throw new IOException("The client is gone.");
            }

            _isRead = true;
            buffer.Span[0] = 1;
            return ValueTask.FromResult(1);
        }
    }
}
