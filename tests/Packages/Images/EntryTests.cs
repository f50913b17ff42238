using System.Text;
using Sluice.Platform.Protocol;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Images;

public sealed class EntryTests
{
    [Fact]
    public async Task Who_brings_no_token_is_asked_for_one()
    {
        using var world = await NewAsync();
        foreach (var path in new[] { "/v2/", "/v2", $"{Image}/tags/list", "/v2/x" })
        {
            var answer = await world.Get<Packages.Entry.CodeArtifactEndpoint>().AnswerOpenAsync(new ApiRequest("GET", path, "", [new("Host", "h")], default), CancellationToken.None);
            (answer.Status, answer.Header("WWW-Authenticate"), await answer.CodeAsync()).ShouldBe((401, "Basic realm=\"codeartifact\"", "UNAUTHORIZED"));
        }
    }

    [Fact]
    public async Task Any_domains_token_is_good_at_the_root_and_its_own_alone_for_images()
    {
        using var world = await NewAsync();
        var token = await world.TokenAsync(domain: "other");
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"aws:{token}"));
        var root = await world.Get<Packages.Entry.CodeArtifactEndpoint>().AnswerOpenAsync(new ApiRequest("GET", "/v2/", "", [new("Authorization", $"Basic {basic}")], default), CancellationToken.None);
        (root.Status, root.Header("Docker-Distribution-Api-Version")).ShouldBe((200, "registry/2.0"));
        await world.AskAsync(token, "GET", $"{Image}/tags/list").RefusedAsync(401, "UNAUTHORIZED", "for the domain 'other'");
    }

    [Fact]
    public async Task Who_may_only_read_pushes_and_deletes_nothing()
    {
        using var world = await NewAsync();
        var digest = await world.PushAsync("1");
        var reader = await world.TokenAsync("reader");
        (await world.AskAsync(reader, "GET", $"{Image}/manifests/1")).Status.ShouldBe(200);
        await world.AskAsync(reader, "POST", $"{Image}/blobs/uploads/").RefusedAsync(403, "DENIED");
        await world.AskAsync(reader, "PUT", $"{Image}/manifests/2", Bytes("{}")).RefusedAsync(403, "DENIED");
        await world.AskAsync(reader, "DELETE", $"{Image}/manifests/{digest}").RefusedAsync(403, "DENIED");
        await world.AskAsync(reader, "DELETE", $"{Image}/blobs/{Digest(Bytes("layer"))}").RefusedAsync(403, "DENIED");
        await world.AskAsync(await world.TokenAsync("publisher"), "DELETE", $"{Image}/manifests/{digest}").RefusedAsync(403, "DENIED");
    }

    [Theory]
    [InlineData("GET", "/v2/org/main/../../x/tags/list", 400, "NAME_INVALID")]
    [InlineData("GET", "/v2/org/main/a%2F..%2Fb/manifests/1", 400, "NAME_INVALID")]
    [InlineData("GET", "/v2/org/main/App/manifests/1", 400, "NAME_INVALID")]
    [InlineData("GET", "/v2/org/main/tags/list", 400, "NAME_INVALID")]
    [InlineData("GET", "/v2/org/main/a//b/tags/list", 400, "NAME_INVALID")]
    [InlineData("GET", "/v2/org/none/a/tags/list", 404, "NAME_UNKNOWN")]
    [InlineData("GET", "/v2/_catalog", 404, "UNSUPPORTED")]
    [InlineData("GET", "/v2/org/main/a/blobs/..%2F..%2Fx", 400, "DIGEST_INVALID")]
    [InlineData("GET", "/v2/org/main/a/blobs/sha256:ABC", 400, "DIGEST_INVALID")]
    [InlineData("GET", "/v2/org/main/a/manifests/md5:abc", 400, "MANIFEST_INVALID")]
    [InlineData("GET", "/v2/org/main/a/blobs/uploads/nothing", 404, "BLOB_UPLOAD_UNKNOWN")]
    [InlineData("POST", "/v2/org/main/a/manifests/1", 405, "UNSUPPORTED")]
    [InlineData("DELETE", "/v2/org/main/a/tags/list", 405, "UNSUPPORTED")]
    public async Task Paths_that_name_nothing_are_refused_by_the_specifications_codes(string method, string path, int status, string code)
    {
        using var world = await NewAsync();
        await world.AskAsync(method, path).RefusedAsync(status, code);
    }

    [Fact]
    public async Task A_body_that_is_read_already_is_taken_as_in_a_function()
    {
        using var world = await NewAsync();
        var digest = Digest(Bytes("hello"));
        var request = new ApiRequest("POST", $"{Image}/blobs/uploads/", $"digest={digest}", [new("Authorization", $"Bearer {await world.TokenAsync()}")], Bytes("hello"));
        (await world.Get<Packages.Entry.CodeArtifactEndpoint>().AnswerAsync(request, CancellationToken.None)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task So_do_registries_that_read_it_as_it_comes()
    {
        using var world = await NewAsync();
        var form = Formats.Swift.SwiftWorld.Form(("source-archive", Formats.Swift.SwiftWorld.Package(), null));
        var request = new ApiRequest("PUT", "/artifacts/org/swift/main/mona/List/1.0.0", "", [new("Host", "h"), new("Authorization", $"Bearer {await world.TokenAsync()}"), new("Content-Type", "multipart/form-data;boundary=x")], form);
        (await world.Get<Packages.Entry.CodeArtifactEndpoint>().AnswerAsync(request, CancellationToken.None)).Status.ShouldBe(201);
    }
}
