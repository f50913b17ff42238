using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using static Sluice.Packages.Tests.Formats.Swift.SwiftWorld;

namespace Sluice.Packages.Tests.Formats.Swift;

public sealed class SwiftRegistryTests
{
    private const string Metadata = """{"description": "One thing links to another.", "licenseURL": "https://example.org/LICENSE", "author": {"name": "Mona"}, "repositoryURLs": ["https://github.com/mona/LinkedList.git"], "own": {"kept": true}}""";

    [Fact]
    public async Task A_release_is_published_listed_and_downloaded()
    {
        using var world = await NewAsync();
        var archive = Package();

        var published = await world.PublishAsync("mona/LinkedList/1.1.1", archive, Metadata);
        (published.Status, Header(published, "Location"), Header(published, "Content-Version")).ShouldBe((201, $"http://127.0.0.1:8080{Registry}/mona/linkedlist/1.1.1", "1"));
        (await world.PublishAsync("mona/LinkedList/1.0.0", Package("old"))).Status.ShouldBe(201);
        (await world.PublishAsync("mona/LinkedList/1.2.0-beta.2", Package("new"))).Status.ShouldBe(201);
        (await world.PublishAsync("mona/LinkedList/1.2.0-beta.10", Package("newer"))).Status.ShouldBe(201);

        var all = await world.AskAsync("GET", $"{Registry}/MONA/LINKEDLIST.json");
        ((JsonObject)(await PackageWorld.JsonAsync(all))["releases"]!).Select(release => release.Key).ShouldBe(["1.2.0-beta.10", "1.2.0-beta.2", "1.1.1", "1.0.0"]);
        Header(all, "Link").ShouldBe($"<http://127.0.0.1:8080{Registry}/mona/linkedlist/1.2.0-beta.10>; rel=\"latest-version\"");
        var one = await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.1.1");
        var release = await PackageWorld.JsonAsync(one);
        ((string)release["id"]!, (string)release["version"]!, (bool)release["metadata"]!["own"]!["kept"]!).ShouldBe(("mona.LinkedList", "1.1.1", true));
        ((string)release["resources"]![0]!["checksum"]!).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(archive)));
        release["resources"]![0]!["signing"].ShouldBeNull();
        Header(one, "Link")!.ShouldContain($"/1.2.0-beta.2>; rel=\"successor-version\", <http://127.0.0.1:8080{Registry}/mona/linkedlist/1.0.0>; rel=\"predecessor-version\"");
        var zip = await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.1.1.zip");
        (zip.Status, Header(zip, "Content-Type"), Header(zip, "Digest")).ShouldBe((200, "application/zip", $"sha-256={Convert.ToBase64String(SHA256.HashData(archive))}"));
        (await PackageWorld.BodyAsync(zip)).ShouldBe(archive);
        await world.AskAsync("GET", $"{Registry}/mona/LinkedList/9.9.9").RefusedAsync(404, "There is no version 9.9.9");
        await world.AskAsync("GET", $"{Registry}/mona/LinkedList/9.9.9.zip").RefusedAsync(404, "There is no version 9.9.9");
        await world.AskAsync("GET", $"{Registry}/mona/None").RefusedAsync(404, "There is no package mona.none here.");
    }

    [Fact]
    public async Task Manifests_of_versions_of_Swift_are_told_and_given()
    {
        using var world = await NewAsync();
        await world.PublishAsync("mona/LinkedList/1.0.0", Zip(("l/Package.swift", Manifest), ("l/Package@swift-4.swift", "// swift-tools-version:4.0\n"), ("l/Package@swift-4.2.swift", "let old = 1\n"), ("l/Sub/Package.swift", "x"), ("l/Package@swift-x.swift", "x")));
        const string at = $"{Registry}/mona/LinkedList/1.0.0/Package.swift";

        var main = await world.AskAsync("GET", at);
        (main.Status, Header(main, "Content-Type"), Header(main, "Content-Disposition"), await PackageWorld.TextAsync(main)).ShouldBe((200, "text/x-swift", "attachment; filename=\"Package.swift\"", Manifest));
        var address = $"http://127.0.0.1:8080{Registry}/mona/linkedlist/1.0.0/Package.swift";
        Header(main, "Link").ShouldBe($"<{address}?swift-version=4.2>; rel=\"alternate\"; filename=\"Package@swift-4.2.swift\", <{address}?swift-version=4>; rel=\"alternate\"; filename=\"Package@swift-4.swift\"; swift-tools-version=\"4.0\"");
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{at}?swift-version=4.2"))).ShouldBe("let old = 1\n");
        var other = await world.AskAsync("GET", $"{at}?swift-version=5.1");
        (other.Status, Header(other, "Location")).ShouldBe((303, address));
    }

    [Fact]
    public async Task Signatures_are_kept_and_told()
    {
        using var world = await NewAsync();
        byte[] signature = [1, 2, 3];
        var form = Form(
            ("source-archive", Encoding.ASCII.GetBytes(Convert.ToBase64String(Package())), "base64"), ("source-archive-signature", signature, "binary"), ("metadata", "{}"u8.ToArray(), null), ("metadata-signature", [4], "binary"));

        (await world.PutAsync("mona/LinkedList/1.0.0", form, ("X-Swift-Package-Signature-Format", "cms-1.0.0"))).Status.ShouldBe(201);

        var signing = (await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.0.0")))["resources"]![0]!["signing"]!;
        ((string)signing["signatureFormat"]!, (string)signing["signatureBase64Encoded"]!).ShouldBe(("cms-1.0.0", "AQID"));
        var zip = await world.AskAsync("GET", $"{Registry}/mona/LinkedList/1.0.0.zip");
        (Header(zip, "X-Swift-Package-Signature-Format"), Header(zip, "X-Swift-Package-Signature")).ShouldBe(("cms-1.0.0", "AQID"));
        (await PackageWorld.BodyAsync(zip)).ShouldBe(Package());
        await world.PutAsync("mona/LinkedList/2.0.0", form).RefusedAsync(422, "X-Swift-Package-Signature-Format");
        await world.PutAsync("mona/LinkedList/2.0.0", Form(("source-archive", Package(), null)), ("X-Swift-Package-Signature-Format", "cms-1.0.0")).RefusedAsync(422, "source-archive-signature");
    }

    [Fact]
    public async Task The_same_release_again_is_a_success_and_another_one_a_conflict()
    {
        using var world = await NewAsync();
        await world.PublishAsync("mona/LinkedList/1.0.0", Package(), Metadata);
        (await world.PublishAsync("Mona/linkedlist/1.0.0", Package(), Metadata)).Status.ShouldBe(201);
        await world.PublishAsync("mona/LinkedList/1.0.0", Package("other"), Metadata).RefusedAsync(409, "with another content");
        await world.PublishAsync("mona/LinkedList/1.0.0", Package(), "{}").RefusedAsync(409, "with another content");
        (await world.EventsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Packages_are_found_by_where_their_source_is()
    {
        using var world = await NewAsync();
        await world.RepositoryAsync("front", ["main"]);
        await world.PublishAsync("mona/LinkedList/1.0.0", Package(), Metadata);
        foreach (var url in new[] { "https://github.com/mona/LinkedList", "git@github.com:mona/linkedlist.git", "ssh://git@github.com/Mona/LinkedList.git/" })
        {
            var found = await world.AskAsync("GET", $"/artifacts/org/swift/front/identifiers?url={Uri.EscapeDataString(url)}");
            ((string)((JsonArray)(await PackageWorld.JsonAsync(found))["identifiers"]!).ShouldHaveSingleItem()!).ShouldBe("mona.LinkedList");
        }

        await world.AskAsync("GET", $"{Registry}/identifiers?url=https://github.com/mona/Other").RefusedAsync(404, "No package says");
        await world.AskAsync("GET", $"{Registry}/identifiers").RefusedAsync(400, "url:");
    }

    [Fact]
    public async Task Releases_of_an_upstream_are_given_and_kept()
    {
        using var world = await NewAsync();
        await world.RepositoryAsync("front", ["main"]);
        await world.PublishAsync("mona/LinkedList/1.0.0", Package());
        const string front = "/artifacts/org/swift/front/mona/LinkedList";
        ((JsonObject)(await PackageWorld.JsonAsync(await world.AskAsync("GET", front)))["releases"]!).Select(release => release.Key).ShouldBe(["1.0.0"]);
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{front}/1.0.0.zip"))).ShouldBe(Package());
        await world.Get<Removal.RepositoryRemoval>().RemoveAsync(new Model.RepositoryId("org", "main"), CancellationToken.None);
        (await PackageWorld.BodyAsync(await world.AskAsync("GET", $"{front}/1.0.0.zip"))).ShouldBe(Package());
    }

    [Fact]
    public async Task What_is_archived_is_told_to_be_gone_and_what_is_unlisted_is_given_to_who_names_it()
    {
        using var world = await NewAsync();
        foreach (var version in new[] { "1.0.0", "2.0.0", "3.0.0" })
        {
            await world.PublishAsync($"mona/LinkedList/{version}", Package());
        }

        foreach (var (version, status) in new[] { ("2.0.0", "Unlisted"), ("3.0.0", "Archived") })
        {
            await world.Api.CallAsync("UpdatePackageVersionsStatus", new JsonObject { ["domain"] = "org", ["repository"] = "main", ["format"] = "swift", ["namespace"] = "mona", ["package"] = "LinkedList", ["versions"] = new JsonArray(version), ["targetStatus"] = status });
        }

        var releases = (JsonObject)(await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Registry}/mona/LinkedList")))["releases"]!;
        releases.Select(release => (release.Key, (int?)release.Value!["problem"]?["status"])).ShouldBe([("3.0.0", 410), ("1.0.0", null)]);
        (await world.AskAsync("GET", $"{Registry}/mona/LinkedList/2.0.0.zip")).Status.ShouldBe(200);
        (await world.AskAsync("GET", $"{Registry}/mona/LinkedList/3.0.0.zip")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("application/vnd.swift.registry.v1+json", 404)]
    [InlineData("application/vnd.swift.registry+json", 404)]
    [InlineData("*/*", 404)]
    [InlineData("application/vnd.swift.registry.v2+json", 415)]
    [InlineData("application/vnd.swift.registry.vx+json", 400)]
    [InlineData("application/vnd.swift.registry.v+json", 400)]
    public async Task Another_version_of_the_API_is_refused(string accept, int status)
    {
        using var world = await NewAsync();
        (await world.AskAsync("GET", $"{Registry}/mona/LinkedList", null, ("Accept", accept))).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("PUT", "mona/LinkedList/1.0", 400, "Semantic Versioning")]
    [InlineData("PUT", "mona/LinkedList/1.0.0-a.zip", 400, "does not end in .zip")]
    [InlineData("PUT", "-mona/LinkedList/1.0.0", 400, "SCOPE/NAME")]
    [InlineData("GET", "mona/Linked--List", 400, "SCOPE/NAME")]
    [InlineData("GET", "mona/..%2F..%2Fx", 400, "SCOPE/NAME")]
    [InlineData("GET", "mona", 404, "There is nothing here")]
    [InlineData("GET", "mona/LinkedList/1.0.0/Other.swift", 404, "There is nothing here")]
    public async Task Paths_that_name_nothing_are_refused(string method, string path, int status, string detail)
    {
        using var world = await NewAsync();
        await world.AskAsync(method, $"{Registry}/{path}", Form(("source-archive", Package(), null)), ("Content-Type", "multipart/form-data;boundary=x")).RefusedAsync(status, detail);
    }

    [Fact]
    public async Task Who_may_only_read_publishes_nothing()
    {
        using var world = await NewAsync();
        var answer = await world.AskAsync(await world.TokenAsync("reader"), "PUT", $"{Registry}/mona/LinkedList/1.0.0", Form(("source-archive", Package(), null)), ("Content-Type", "multipart/form-data;boundary=x"));
        answer.Status.ShouldBe(403);
    }
}
