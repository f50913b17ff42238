using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Packages.Tests.Formats.PyPi;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Cargo;

public sealed class CargoRegistryTests : IAsyncLifetime
{
    private const string Needs = """

        [dependencies]
        serde = { version = "1.0", features = ["derive", "std"], optional = true }
        json = { version = ">=1, <2", package = "serde_json", default-features = false }

        [dev-dependencies]
        rand = "0.8"
        beside = { path = "../beside" }

        [target.'cfg(any(unix, target_os = "wasi"))'.build-dependencies]
        cc = "1.*"

        [features]
        default = ["json"]
        fast = ["dep:serde", "json?/std"]
        """;

    private readonly PackageWorld _world = new();
    private readonly byte[] _crate = Crates.Packed("My-Crate", "1.0.0", Needs);

    private static JsonArray Told => (JsonArray)JsonNode.Parse("""
        [{"name":"serde","version_req":"^1.0","features":["std","derive"],"optional":true,"default_features":true,"target":null,"kind":"normal","registry":"https://github.com/rust-lang/crates.io-index"},
         {"name":"serde_json","explicit_name_in_toml":"json","version_req":">=1, <2","features":[],"optional":false,"default_features":false,"target":null,"kind":"normal","registry":null},
         {"name":"rand","version_req":"^0.8","features":[],"optional":false,"default_features":true,"target":null,"kind":"dev"},
         {"name":"cc","version_req":"1.*","features":[],"optional":false,"default_features":true,"target":"cfg(any(unix, target_os = \"wasi\"))","kind":"build"}]
        """)!;

    private static JsonObject Features => (JsonObject)JsonNode.Parse("""{"fast":["dep:serde","json?/std"],"default":["json"]}""")!;

    public async ValueTask InitializeAsync() => await _world.RepositoryAsync();

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_registry_says_where_its_parts_are_and_that_it_wants_a_token()
    {
        var config = await PackageWorld.JsonAsync(await _world.AskAsync("GET", $"{Crates.Here}config.json"));

        config.ToJsonString().ShouldBe($$"""{"dl":"http://127.0.0.1:8080{{Crates.Here}}api/v1/crates","api":"http://127.0.0.1:8080{{Crates.Here.TrimEnd('/')}}","auth-required":true}""");
    }

    /// <summary>As cargo sends it, and as people write it.</summary>
    [Theory]
    [InlineData("{0}", 200)]
    [InlineData("Bearer {0}", 200)]
    [InlineData("x{0}", 401)]
    [InlineData("", 401)]
    public async Task A_token_lets_in_as_it_is(string header, int status)
    {
        var token = await _world.TokenAsync();
        var request = new ApiRequest("GET", $"{Crates.Here}config.json", "", [new("Host", "127.0.0.1"), new("Authorization", string.Format(null, header, token))], default);

        var answer = await _world.Get<Sluice.Packages.Entry.RegistryEndpoint>().AnswerAsync(request, TestContext.Current.CancellationToken);

        answer.Status.ShouldBe(status);
        (await PackageWorld.TextAsync(answer)).ShouldNotContain(token);
    }

    [Fact]
    public async Task A_crate_is_published_listed_and_given_with_all_that_it_says()
    {
        (await PublishAsync(_crate)).Status.ShouldBe(200);

        var line = await LineAsync("my/-c/my-crate");
        line["name"]!.GetValue<string>().ShouldBe("My-Crate");
        line["vers"]!.GetValue<string>().ShouldBe("1.0.0");
        line["cksum"]!.GetValue<string>().ShouldBe(Crates.Digest(_crate));
        line["yanked"]!.GetValue<bool>().ShouldBeFalse();
        line["v"]!.GetValue<int>().ShouldBe(2);
        line["rust_version"]!.GetValue<string>().ShouldBe("1.60");
        line["features"]!.ToJsonString().ShouldBe("""{"default":["json"]}""");
        line["features2"]!.ToJsonString().ShouldBe("""{"fast":["dep:serde","json?/std"]}""");
        line["deps"]!.AsArray().Select(dependency => $"{dependency!["name"]} {dependency["package"]} {dependency["req"]} {dependency["kind"]} {dependency["registry"]}").ShouldBe(
            ["serde  ^1.0 normal https://github.com/rust-lang/crates.io-index", "json serde_json >=1, <2 normal ", "rand  ^0.8 dev ", "cc  1.* build "]);
        (await PackageWorld.BodyAsync(await _world.AskAsync("GET", $"{Crates.Here}api/v1/crates/My-Crate/1.0.0/download"))).ShouldBe(_crate);

        var version = await VersionAsync("1.0.0");
        (version.Status, version.PublishedBy, version.Origin).ShouldBe((PackageVersionStatus.Published, "tester", VersionOrigin.Published("main")));
        (version.Summary.DisplayName, version.Summary.Summary, version.Summary.SourceCodeRepository, version.Summary.Licenses.Single().Name).ShouldBe(("My-Crate", "What it does", "https://example.com/My-Crate", "MIT"));
        version.Assets.Single().Name.ShouldBe("My-Crate-1.0.0.crate");
        version.Dependencies.ShouldBe([new(null, "serde", "normal", "^1.0"), new(null, "serde_json", "normal", ">=1, <2"), new(null, "rand", "dev", "^0.8"), new(null, "cc", "build", "1.*")]);
        Encoding.UTF8.GetString(await _world.Get<Contents.ContentStore>().ReadAsync("org", version.Readme!, TestContext.Current.CancellationToken)).ShouldBe("# My-Crate\n");
        (await _world.EventsAsync()).Single().Detail["packageName"]!.GetValue<string>().ShouldBe("my-crate");
    }

    [Fact]
    public async Task Of_a_book_its_beginning_is_kept()
    {
        var crate = TestFiles.Tar(("a-1.0.0/Cargo.toml", $"[package]\nname = \"a\"\nversion = \"1.0.0\"\ndescription = \"{new string('x', 1_000_000)}\"\n"));
        (await _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame(Crates.Metadata("a", "1.0.0"), crate))).Status.ShouldBe(200);

        (await _world.Get<PackageStore>().FindVersionAsync(Id with { Name = "a" }, "1.0.0", TestContext.Current.CancellationToken))!.Value.Summary.Summary!.Length.ShouldBe(4000);
    }

    [Fact]
    public async Task A_file_of_the_index_is_not_sent_again_to_who_has_it()
    {
        await PublishAsync(_crate);
        var answer = await _world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate");
        var tag = answer.Headers.Single(header => header.Key == "ETag").Value;

        (await _world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate", null, ("If-None-Match", tag))).Status.ShouldBe(304);
        (await PublishAsync("1.1.0")).Status.ShouldBe(200);
        (await _world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate", null, ("If-None-Match", tag))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("my/_c/my_crate")]
    [InlineData("My/-C/My-Crate")]
    [InlineData("ot/he/other")]
    [InlineData("my/-c")]
    [InlineData("my-crate")]
    [InlineData("xx/-c/my-crate")]
    [InlineData("api/v1/crates/my%20crate/1.0.0/download")]
    [InlineData("api/v1/crates/my-crate/2.0.0/download")]
    [InlineData("api/v1/crates/my-crate/..%2f..%2fx/download")]
    public async Task What_is_not_there_is_told_in_cargos_form(string path)
    {
        await PublishAsync(_crate);

        var answer = await _world.AskAsync("GET", Crates.Here + path);

        answer.Status.ShouldBe(404);
        (await PackageWorld.JsonAsync(answer))["errors"]![0]!["detail"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_yanked_is_told_so_and_given_and_what_is_archived_is_neither()
    {
        await PublishAsync(_crate);

        (await _world.AskAsync("DELETE", $"{Crates.Here}api/v1/crates/my_crate/1.0.0/yank")).Status.ShouldBe(200);
        (await LineAsync("my/-c/my-crate"))["yanked"]!.GetValue<bool>().ShouldBeTrue();
        (await VersionAsync("1.0.0")).Status.ShouldBe(PackageVersionStatus.Unlisted);
        (await _world.AskAsync("GET", $"{Crates.Here}api/v1/crates/my-crate/1.0.0/download")).Status.ShouldBe(200);

        (await PackageWorld.TextAsync(await _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/My-Crate/1.0.0/unyank"))).ShouldBe("""{"ok":true}""");
        (await LineAsync("my/-c/my-crate"))["yanked"]!.GetValue<bool>().ShouldBeFalse();

        await _world.Get<ChangeVersion>().RunAsync(Id, "1.0.0", version => version with { Status = PackageVersionStatus.Archived }, TestContext.Current.CancellationToken);
        (await _world.AskAsync("GET", $"{Crates.Here}my/-c/my-crate")).Status.ShouldBe(404);
        (await _world.AskAsync("GET", $"{Crates.Here}api/v1/crates/my-crate/1.0.0/download")).Status.ShouldBe(404);
        (await _world.AskAsync("DELETE", $"{Crates.Here}api/v1/crates/my-crate/1.0.0/yank")).Status.ShouldBe(404);
        (await PublishAsync(_crate)).Status.ShouldBe(409);
    }

    [Fact]
    public async Task The_same_bytes_again_are_no_change_and_others_are_refused()
    {
        await PublishAsync(_crate);
        var before = await VersionAsync("1.0.0");

        (await PublishAsync(_crate)).Status.ShouldBe(200);
        (await VersionAsync("1.0.0")).Revision.ShouldBe(before.Revision);
        var refusal = await PublishAsync(Crates.Packed("My-Crate", "1.0.0", Needs, "pub fn two() {}\n"));

        refusal.Status.ShouldBe(409);
        (await PackageWorld.JsonAsync(refusal))["errors"]![0]!["detail"]!.GetValue<string>().ShouldContain("Publish another version");
        (await VersionAsync("1.0.0")).Revision.ShouldBe(before.Revision);
    }

    [Fact]
    public async Task One_crate_has_one_spelling_and_one_version_whatever_its_build()
    {
        (await PublishAsync("1.0.0+first")).Status.ShouldBe(200);

        var spelled = await _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame("my_crate", "1.1.0"));
        (spelled.Status, (await PackageWorld.TextAsync(spelled)).Contains("is written 'My-Crate'", StringComparison.Ordinal)).ShouldBe((400, true));
        var built = await PublishAsync("1.0.0+second");
        (built.Status, (await PackageWorld.TextAsync(built)).Contains("build metadata alone", StringComparison.Ordinal)).ShouldBe((409, true));
        (await LineAsync("my/-c/my-crate"))["vers"]!.GetValue<string>().ShouldBe("1.0.0+first");
        (await _world.AskAsync("GET", $"{Crates.Here}api/v1/crates/my-crate/1.0.0+first/download")).Status.ShouldBe(200);
        (await _world.AskAsync("GET", $"{Crates.Here}api/v1/crates/my-crate/1.0.0%2Bfirst/download")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Crates_are_found_by_their_names_and_by_what_they_say()
    {
        await _world.RepositoryAsync("store");
        await _world.RepositoryAsync("both", upstreams: ["main", "store"]);
        await PublishAsync("1.0.0");
        await PublishAsync("1.10.0");
        await PublishAsync("2.0.0-rc.1");
        await _world.AskAsync("PUT", "/artifacts/org/cargo/store/api/v1/crates/new", Crates.Frame("other", "0.1.0"));

        (await FoundAsync("my_crate")).ShouldBe(["My-Crate 2.0.0-rc.1"]);
        (await FoundAsync("DOES")).ShouldBe(["My-Crate 2.0.0-rc.1", "other 0.1.0"]);
        (await FoundAsync("does other")).ShouldBe(["other 0.1.0"]);
        (await FoundAsync("nothing")).ShouldBeEmpty();
        (await FoundAsync("does", "&per_page=1")).Length.ShouldBe(1);
    }

    /// <summary>All at once, by the names that cargo has for them, and nothing of it is kept.</summary>
    [Fact]
    public async Task Every_fault_is_told()
    {
        var metadata = JsonNode.Parse("""
            {"name":"9x","vers":"one","deps":[{"name":"a b","version_req":"new","kind":"maybe","features":[1],"optional":"yes","explicit_name_in_toml":"9"}, 3],"features":{"a":"b"},"links":7}
            """)!.AsObject();
        await RefusedAsync(Crates.Frame(metadata, _crate), "name: ", "vers: ", "deps[0].name: ", "deps[0].version_req: ", "deps[0].kind: ", "deps[0].features: ", "deps[0].optional: ", "deps[0].explicit_name_in_toml: ", "deps[1]: ", "features.a: ", "links: ");

        await RefusedAsync(Crates.Frame(Crates.Metadata("My-Crate", "1.0.0"), _crate), "deps: the Cargo.toml in the archive has 'normal serde (serde) ^1.0 optional with derive,std'", "features: the Cargo.toml in the archive has 'default = json'");
        await RefusedAsync(Crates.Frame(Crates.Metadata("My-Crate", "1.0.0", Told, Features), Crates.Packed("My-Crate", "1.0.0")), "deps: 'normal json (serde_json) >=1,<2 without default features' is said");
        await RefusedAsync(Crates.Frame(Crates.Metadata("My-Crate", "1.0.0"), TestFiles.Tar(("My-Crate-1.0.0/Cargo.toml", Crates.Toml("Another", "1.0.1")))), "name: 'My-Crate' is said, and the Cargo.toml in the archive has 'Another'", "vers: '1.0.0' is said");
        await RefusedAsync(Crates.Frame(Crates.Metadata("My-Crate", "1.0.1"), Crates.Packed("My-Crate", "1.0.0")), "it is not in the folder 'My-Crate-1.0.1'");
        await RefusedAsync(Crates.Frame(Crates.Metadata("My-Crate", "1.0.0", new JsonArray([.. Enumerable.Range(0, 501).Select(number => new JsonObject { ["name"] = $"a{number}", ["version_req"] = "^1" })])), _crate), "deps: 500 at most are expected");
        await RefusedAsync(Crates.Frame(Array.Empty<byte>(), []), "it is no JSON");
        (await _world.Get<PackageStore>().FindAsync(Id, CancellationToken.None)).ShouldBeNull();
        (await _world.Get<Contents.ContentStore>().SizeAsync("org", CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_cut_off_too_long_or_goes_on_is_refused()
    {
        var whole = Crates.Frame(Crates.Metadata("My-Crate", "1.0.0", Told, Features), _crate);
        foreach (var length in new[] { 0, 3, 4, 100, whole.Length - _crate.Length - 1, whole.Length - 1 })
        {
            await RefusedAsync(whole[..length], "it is cut off");
        }

        await RefusedAsync([.. whole, 0], "something follows the archive");
        await RefusedAsync([.. Crates.Length(-1), .. new byte[100]], "its metadata has 4294967295 bytes");
        await RefusedAsync([.. Crates.Length(2), (byte)'{', (byte)'}', .. Crates.Length(-1), .. new byte[100]], "its archive has 4294967295 bytes");
    }

    [Fact]
    public async Task Who_may_only_read_publishes_and_yanks_nothing()
    {
        var token = await _world.TokenAsync("reader");
        foreach (var (method, path) in new[] { ("PUT", "new"), ("DELETE", "a/1.0.0/yank"), ("PUT", "a/1.0.0/unyank") })
        {
            var answer = await _world.AskAsync(token, method, $"{Crates.Here}api/v1/crates/{path}", Crates.Frame("a", "1.0.0"));
            answer.Status.ShouldBe(403);
            (await PackageWorld.JsonAsync(answer))["errors"]![0]!["detail"]!.GetValue<string>().ShouldContain("codeartifact:");
        }
    }

    private static PackageId Id => new("org", "main", PackageFormat.cargo, null, "my-crate");

    private Task<ApiResponse> PublishAsync(byte[] crate) => _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", Crates.Frame(Crates.Metadata("My-Crate", "1.0.0", Told, Features), crate));

    private Task<ApiResponse> PublishAsync(string version) => SendAsync(_world, Crates.Frame("My-Crate", version));

    private static Task<ApiResponse> SendAsync(PackageWorld world, byte[] frame) => world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", frame);

    private async Task<JsonNode> LineAsync(string path) => JsonNode.Parse((await PackageWorld.TextAsync(await _world.AskAsync("GET", Crates.Here + path))).TrimEnd('\n').Split('\n').ShouldHaveSingleItem())!;

    private async Task<string[]> FoundAsync(string words, string more = "") =>
        [.. (await PackageWorld.JsonAsync(await _world.AskAsync("GET", $"/artifacts/org/cargo/both/api/v1/crates?q={Uri.EscapeDataString(words)}{more}")))["crates"]!.AsArray().Select(crate => $"{crate!["name"]} {crate["max_version"]}")];

    private async Task RefusedAsync(byte[] body, params string[] because)
    {
        var answer = await _world.AskAsync("PUT", $"{Crates.Here}api/v1/crates/new", body);
        answer.Status.ShouldBe(400);
        var told = (await PackageWorld.JsonAsync(answer))["errors"]![0]!["detail"]!.GetValue<string>();
        foreach (var one in because)
        {
            told.ShouldContain(one);
        }
    }

    private async Task<StoredVersion> VersionAsync(string version) => (await _world.Get<PackageStore>().FindVersionAsync(Id, version, TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;
}
