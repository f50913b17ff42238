using System.Text.Json.Nodes;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Images;

public sealed class ManifestTests
{
    [Fact]
    public async Task An_image_is_pushed_and_pulled_by_tag_and_digest()
    {
        using var world = await NewAsync();
        var digest = await world.PushAsync("1.0");

        foreach (var reference in new[] { "1.0", digest })
        {
            var got = await world.AskAsync("GET", $"{Image}/manifests/{reference}");
            (got.Status, got.Header("Content-Type"), got.Header("Docker-Content-Digest")).ShouldBe((200, ManifestType, digest));
            (await PackageWorld.TextAsync(got)).ShouldBe(Manifest().ToJsonString());
            var head = await world.AskAsync("HEAD", $"{Image}/manifests/{reference}");
            (head.Status, head.Header("Content-Length"), head.Content).ShouldBe((200, $"{Manifest().ToJsonString().Length}", null));
        }

        await world.AskAsync("GET", $"{Image}/manifests/2.0").RefusedAsync(404, "MANIFEST_UNKNOWN");
    }

    [Fact]
    public async Task Dockers_own_types_are_taken()
    {
        using var world = await NewAsync();
        await world.PushAsync("1");
        var manifest = Manifest();
        manifest["mediaType"] = "application/vnd.docker.distribution.manifest.v2+json";
        (await world.PutAsync(manifest, "docker")).Status.ShouldBe(201);
        var list = Index(manifest);
        (list["mediaType"], list["manifests"]![0]!["size"]) = ("application/vnd.docker.distribution.manifest.list.v2+json", manifest.ToJsonString().Length);
        (await world.PutAsync(list, "list")).Status.ShouldBe(201);
        (await world.AskAsync("GET", $"{Image}/manifests/list")).Header("Content-Type").ShouldBe("application/vnd.docker.distribution.manifest.list.v2+json");
    }

    [Fact]
    public async Task What_names_something_that_is_not_there_is_refused()
    {
        using var world = await NewAsync();
        await world.BlobAsync("{}");
        await world.PutAsync(Manifest(), "1").RefusedAsync(400, "MANIFEST_BLOB_UNKNOWN", Digest(Bytes("layer")));
        await world.PutAsync(Index(Manifest()), "1").RefusedAsync(400, "MANIFEST_BLOB_UNKNOWN");
        await world.BlobAsync("layer", "/v2/org/main/other");
        await world.PutAsync(Manifest(), "1").RefusedAsync(400, "MANIFEST_BLOB_UNKNOWN");
        await world.AskAsync("GET", $"{Image}/manifests/1").RefusedAsync(404, "MANIFEST_UNKNOWN");
        world.Objects.Keys.Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_size_that_is_a_lie_and_another_digest_are_refused()
    {
        using var world = await NewAsync();
        await world.PushAsync("1");
        var lie = Manifest();
        lie["layers"]![0]!["size"] = 6;
        await world.PutAsync(lie, "2").RefusedAsync(400, "MANIFEST_INVALID", "has 5 bytes, not 6");
        await world.PutAsync(Manifest(), Digest([1])).RefusedAsync(400, "DIGEST_INVALID");
        await world.PutAsync(Manifest(), "-x").RefusedAsync(400, "MANIFEST_INVALID", "neither a digest nor a tag");
        await world.AskAsync("PUT", $"{Image}/manifests/2", new byte[4 * 1024 * 1024 + 1], ("Content-Type", ManifestType)).RefusedAsync(413, "SIZE_INVALID");
    }

    [Fact]
    public async Task A_layer_that_its_licence_keeps_elsewhere_need_not_be_here()
    {
        using var world = await NewAsync();
        await world.BlobAsync("{}");
        var manifest = Manifest();
        manifest["layers"]![0]!["mediaType"] = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
        await world.PutAsync(manifest, "1").RefusedAsync(400, "MANIFEST_BLOB_UNKNOWN");
        manifest["layers"]![0]!["urls"] = new JsonArray("https://example.org/layer");
        (await world.PutAsync(manifest, "1")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task A_tag_moves_and_the_old_image_stays_by_its_digest()
    {
        using var world = await NewAsync();
        var first = await world.PushAsync("latest", "one");
        var second = await world.PushAsync("latest", "two");
        (await world.AskAsync("GET", $"{Image}/manifests/latest")).Header("Docker-Content-Digest").ShouldBe(second);
        (await world.AskAsync("GET", $"{Image}/manifests/{first}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Each_change_is_told_once()
    {
        using var world = await NewAsync();
        var digest = await world.PushAsync("1");
        await world.PushAsync("1");
        await world.PushAsync("2");
        (await world.AskAsync("DELETE", $"{Image}/manifests/2")).Status.ShouldBe(202);
        (await world.AskAsync("DELETE", $"{Image}/manifests/{digest}")).Status.ShouldBe(202);

        var told = (await world.EventsAsync()).Select(one => one.Detail).ToList();
        told.Select(detail => ((string)detail["operationType"]!, (string?)detail["imageTag"])).ShouldBe([("Created", "1"), ("Updated", "2"), ("Updated", "2"), ("Deleted", null)]);
        told.ShouldAllBe(detail => (string?)detail["packageFormat"] == "oci" && (string?)detail["packageName"] == "team/app" && (string?)detail["packageVersion"] == digest);
    }

    [Fact]
    public async Task A_deleted_manifest_takes_its_tags_with_it_and_an_index_keeps_what_it_names()
    {
        using var world = await NewAsync();
        var digest = await world.PushAsync("1");
        await world.PushAsync("2");
        var index = (await world.PutAsync(Index(Manifest()), "all")).Header("Docker-Content-Digest")!;
        await world.AskAsync("DELETE", $"{Image}/manifests/{digest}").RefusedAsync(409, "DENIED", index);
        (await world.AskAsync("DELETE", $"{Image}/manifests/{index}")).Status.ShouldBe(202);
        (await world.AskAsync("DELETE", $"{Image}/manifests/{digest}")).Status.ShouldBe(202);
        foreach (var gone in new[] { "1", "2", "all", digest, index })
        {
            await world.AskAsync("GET", $"{Image}/manifests/{gone}").RefusedAsync(404, "MANIFEST_UNKNOWN");
        }

        await world.AskAsync("DELETE", $"{Image}/manifests/1").RefusedAsync(404, "MANIFEST_UNKNOWN");
    }

    [Fact]
    public async Task Many_tags_of_one_manifest_are_deleted_with_it()
    {
        using var world = await NewAsync();
        var digest = await world.PushAsync("t0");
        for (var i = 1; i < 120; i++)
        {
            await world.PutAsync(Manifest(), $"t{i}");
        }

        (await world.AskAsync("DELETE", $"{Image}/manifests/{digest}")).Status.ShouldBe(202);
        ((JsonArray)(await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Image}/tags/list")))["tags"]!).ShouldBeEmpty();
    }

    [Fact]
    public async Task Tags_are_listed_in_pages()
    {
        using var world = await NewAsync();
        foreach (var tag in new[] { "b", "a", "C", "d" })
        {
            await world.PushAsync(tag);
        }

        await ListedAsync(world, "", null, "C", "a", "b", "d");
        await ListedAsync(world, "?n=2", $"<{Image}/tags/list?n=2&last=a>; rel=\"next\"", "C", "a");
        await ListedAsync(world, "?n=2&last=a", null, "b", "d");
        await ListedAsync(world, "?n=0", null);
        await world.AskAsync("GET", $"{Image}/tags/list?n=x").RefusedAsync(400, "UNSUPPORTED");
        await world.AskAsync("GET", "/v2/org/main/none/tags/list").RefusedAsync(404, "NAME_UNKNOWN");
    }

    [Fact]
    public async Task Upstreams_are_searched_and_what_is_pushed_on_top_of_them_is_the_images_own()
    {
        using var world = await NewAsync();
        await world.RepositoryAsync("front", ["main"]);
        const string front = "/v2/org/front/team/app";
        var digest = await world.PushAsync("1");

        (await world.AskAsync("GET", $"{front}/manifests/1")).Header("Docker-Content-Digest").ShouldBe(digest);
        (await PackageWorld.TextAsync(await world.AskAsync("GET", $"{front}/blobs/{Digest(Bytes("layer"))}"))).ShouldBe("layer");
        (await TagsAsync(world, "", front)).Tags.ShouldBe(["1"]);
        var own = Manifest();
        own["annotations"] = new JsonObject { ["of"] = "front" };
        (await world.PutAsync(own, "2", front)).Status.ShouldBe(201);
        (await world.AskAsync("DELETE", $"{Image}/manifests/{digest}")).Status.ShouldBe(202);
        (await world.AskAsync("DELETE", $"{Image}/blobs/{Digest(Bytes("layer"))}")).Status.ShouldBe(202);
        (await world.AskAsync("GET", $"{front}/blobs/{Digest(Bytes("layer"))}")).Status.ShouldBe(200);
        await world.AskAsync("DELETE", $"{front}/manifests/1").RefusedAsync(404, "MANIFEST_UNKNOWN");
    }

    [Fact]
    public async Task Referrers_are_listed_and_filtered()
    {
        using var world = await NewAsync();
        var subject = await world.PushAsync("1");
        JsonObject About(string type, string note)
        {
            var manifest = Manifest();
            (manifest["artifactType"], manifest["subject"], manifest["annotations"]) = (type, Named(ManifestType, subject, 1), new JsonObject { ["note"] = note });
            return manifest;
        }

        var pushed = await world.PutAsync(About("application/sig", "a"), "sig");
        (pushed.Status, pushed.Header("OCI-Subject")).ShouldBe((201, subject));
        (await world.PutAsync(About("application/sbom", "b"), "sbom")).Status.ShouldBe(201);

        var all = await world.AskAsync("GET", $"{Image}/referrers/{subject}");
        (all.Status, all.Header("Content-Type"), all.Header("OCI-Filters-Applied")).ShouldBe((200, IndexType, null));
        ((JsonArray)(await PackageWorld.JsonAsync(all))["manifests"]!).Count.ShouldBe(2);
        var some = await world.AskAsync("GET", $"{Image}/referrers/{subject}?artifactType=application/sig");
        some.Header("OCI-Filters-Applied").ShouldBe("artifactType");
        var one = ((JsonArray)(await PackageWorld.JsonAsync(some))["manifests"]!).ShouldHaveSingleItem()!;
        ((string)one["artifactType"]!, (string)one["annotations"]!["note"]!, (string)one["digest"]!).ShouldBe(("application/sig", "a", pushed.Header("Docker-Content-Digest")));
        (await world.AskAsync("DELETE", $"{Image}/manifests/{(string)one["digest"]!}")).Status.ShouldBe(202);
        ((JsonArray)(await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Image}/referrers/{subject}")))["manifests"]!).Count.ShouldBe(1);
        ((JsonArray)(await PackageWorld.JsonAsync(await world.AskAsync("GET", $"{Image}/referrers/{Digest([9])}")))["manifests"]!).ShouldBeEmpty();
        await world.AskAsync("GET", $"{Image}/referrers/x").RefusedAsync(400, "DIGEST_INVALID");
    }

    /// <summary>Whoever of the two is first: a manifest that is there has its blobs.</summary>
    [Fact]
    public async Task A_push_and_the_deletion_of_what_it_names_do_not_both_succeed()
    {
        using var world = await NewAsync();
        var layer = Digest(Bytes("layer"));
        for (var round = 0; round < 40; round++)
        {
            var image = $"/v2/org/main/raced/{round}";
            await world.BlobAsync("{}", image);
            await world.BlobAsync("layer", image);

            var (push, delete) = (Task.Run(() => world.PutAsync(Manifest(), "1", image)), Task.Run(() => world.AskAsync("DELETE", $"{image}/blobs/{layer}")));

            ((await push).Status, (await delete).Status).ShouldBeOneOf((201, 409), (400, 202));
            (await world.AskAsync("HEAD", $"{image}/blobs/{layer}")).Status.ShouldBe((await push).Status == 201 ? 200 : 404);
        }
    }

    [Fact]
    public async Task Many_push_to_one_image_at_once()
    {
        using var world = await NewAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(() => world.PushAsync($"t{number}", $"layer {number}"))));
        (await TagsAsync(world, "")).Tags.Count.ShouldBe(12);
    }

    [Fact]
    public async Task A_repository_that_is_deleted_leaves_nothing()
    {
        using var world = await NewAsync();
        await world.PushAsync("1");
        await world.AskAsync("POST", $"{Image}/blobs/uploads/");
        await world.Get<Removal.RepositoryRemoval>().RemoveAsync(new Model.RepositoryId("org", "main"), CancellationToken.None);
        await world.AskAsync("GET", $"{Image}/tags/list").RefusedAsync(404, "NAME_UNKNOWN", "There is no repository 'main'");
        await world.RepositoryAsync();
        await world.AskAsync("GET", $"{Image}/tags/list").RefusedAsync(404, "NAME_UNKNOWN");
        await world.AskAsync("HEAD", $"{Image}/blobs/{Digest(Bytes("layer"))}").RefusedAsync(404, "BLOB_UNKNOWN");
    }

    private static async Task ListedAsync(PackageWorld world, string query, string? next, params string[] tags)
    {
        var (found, link) = await TagsAsync(world, query);
        found.ShouldBe(tags);
        link.ShouldBe(next);
    }

    private static async Task<(IReadOnlyList<string> Tags, string? Next)> TagsAsync(PackageWorld world, string query, string image = Image)
    {
        var answer = await world.AskAsync("GET", $"{image}/tags/list{query}");
        var document = await PackageWorld.JsonAsync(answer);
        ((string)document["name"]!).ShouldBe(image["/v2/".Length..]);
        return ([.. ((JsonArray)document["tags"]!).Select(tag => (string)tag!)], answer.Header("Link"));
    }
}
