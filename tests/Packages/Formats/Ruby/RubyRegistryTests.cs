using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.Ruby;

[SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it.")]
public sealed class RubyRegistryTests : IAsyncLifetime
{
    private readonly PackageWorld _world = new();
    private readonly byte[] _gem = Gems.Packed("demo", "1.2.0", needs: [("rake", ["~> 13.0", ">= 13.0.1"]), ("json", [">= 0"])]);

    public async ValueTask InitializeAsync() => await _world.RepositoryAsync();

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_gem_is_pushed_listed_and_given_with_all_that_it_says()
    {
        var pushed = await PushAsync(_gem);
        (pushed.Status, await PackageWorld.TextAsync(pushed)).ShouldBe((200, "Successfully registered gem: demo (1.2.0)"));

        (await TextAsync("info/demo")).ShouldBe($"---\n1.2.0 json:>= 0,rake:~> 13.0&>= 13.0.1|checksum:{Gems.Digest(_gem)},ruby:>= 2.5&< 9\n");
        (await PackageWorld.BodyAsync(await GetAsync("gems/demo-1.2.0.gem"))).ShouldBe(_gem);
        var version = await VersionAsync("1.2.0");
        (version.Status, version.PublishedBy, version.Origin).ShouldBe((PackageVersionStatus.Published, "tester", VersionOrigin.Published("main")));
        (version.Summary.DisplayName, version.Summary.Summary, version.Summary.HomePage, version.Summary.SourceCodeRepository, version.Summary.Licenses.Single().Name).ShouldBe(("demo", "Says hello", "https://example.com", "https://example.com/src", "MIT"));
        version.Dependencies.ShouldBe([new(null, "rake", "runtime", "~> 13.0, >= 13.0.1"), new(null, "json", "runtime", ">= 0")]);
        version.Assets.Single().Name.ShouldBe("demo-1.2.0.gem");
        Encoding.UTF8.GetString(await _world.Get<Contents.ContentStore>().ReadAsync("org", version.Readme!, TestContext.Current.CancellationToken)).ShouldBe("# demo\n");
        (await _world.EventsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_list_of_versions_has_the_digest_of_each_gems_file()
    {
        await PushAsync(_gem);
        await PushAsync(Gems.Packed("demo", "1.2.0", "java"));
        await PushAsync(Gems.Packed("demo", "1.10.0.rc1"));
        await PushAsync(Gems.Packed("other", "0.1"));

        var (demo, other) = (await PackageWorld.BodyAsync(await GetAsync("info/demo")), await PackageWorld.BodyAsync(await GetAsync("info/other")));
        (await TextAsync("versions")).ShouldBe($"created_at: 1970-01-01T00:00:00Z\n---\ndemo 1.2.0-java,1.2.0,1.10.0.rc1 {Md5(demo)}\nother 0.1 {Md5(other)}\n");
        (await TextAsync("names")).ShouldBe("---\ndemo\nother\n");
    }

    /// <summary>Older bundlers hold the ETag against the MD5 of what they have, newer ones the digest.</summary>
    [Fact]
    public async Task Who_knows_the_beginning_gets_the_rest_and_who_knows_all_nothing()
    {
        await PushAsync(_gem);
        var whole = await GetAsync("versions");
        var bytes = await PackageWorld.BodyAsync(whole);
        Header(whole, "ETag").ShouldBe($"\"{Md5(bytes)}\"");
        Header(whole, "Repr-Digest").ShouldBe($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:");

        var rest = await GetAsync("versions", ("Range", "bytes=10-"), ("Accept-Encoding", "gzip"));
        (rest.Status, Header(rest, "Content-Range"), Header(rest, "ETag")).ShouldBe((206, $"bytes 10-{bytes.Length - 1}/{bytes.Length}", Header(whole, "ETag")));
        (await PackageWorld.BodyAsync(rest)).ShouldBe(bytes[10..]);
        (await GetAsync("versions", ("If-None-Match", Header(whole, "ETag")), ("Range", "bytes=10-"))).Status.ShouldBe(304);
        (await GetAsync("versions", ("Range", $"bytes={bytes.Length}-"))).Status.ShouldBe(416);
        foreach (var range in new[] { "bytes=-5", "bytes=1-2,4-5", "bytes=x-", "lines=1-", "bytes=99999999999999999999-" })
        {
            (await GetAsync("versions", ("Range", range))).Status.ShouldBe(200);
        }

        var packed = await GetAsync("versions", ("Accept-Encoding", "gzip"));
        Header(packed, "Content-Encoding").ShouldBe("gzip");
    }

    [Fact]
    public async Task The_same_bytes_again_are_no_change_and_others_are_refused()
    {
        await PushAsync(_gem);
        var before = await VersionAsync("1.2.0");

        (await PushAsync(_gem)).Status.ShouldBe(200);
        (await VersionAsync("1.2.0")).Revision.ShouldBe(before.Revision);
        var refusal = await PushAsync(Gems.Packed("demo", "1.2.0", code: "other"));
        (refusal.Status, (await PackageWorld.TextAsync(refusal)).Contains("Publish another version", StringComparison.Ordinal)).ShouldBe((409, true));
        (await PushAsync(Gems.Packed("demo", "1.2"))).Status.ShouldBe(409);
        (await VersionAsync("1.2.0")).Revision.ShouldBe(before.Revision);
    }

    [Fact]
    public async Task What_is_yanked_is_not_listed_and_is_given()
    {
        await PushAsync(_gem);
        await PushAsync(Gems.Packed("demo", "1.2.0", "java"));

        (await YankAsync("gem_name=demo&version=1.2.0&platform=java")).Status.ShouldBe(200);
        (await TextAsync("info/demo")).ShouldStartWith("---\n1.2.0 ");
        (await TextAsync("info/demo")).ShouldNotContain("java");
        (await VersionAsync("1.2.0")).Status.ShouldBe(PackageVersionStatus.Published);

        (await YankAsync("gem_name=demo&version=1.2.0")).Status.ShouldBe(200);
        (await YankAsync("gem_name=demo&version=1.2.0")).Status.ShouldBe(200);
        (await VersionAsync("1.2.0")).Status.ShouldBe(PackageVersionStatus.Unlisted);
        (await GetAsync("info/demo")).Status.ShouldBe(404);
        (await TextAsync("versions")).ShouldNotContain("demo");
        (await GetAsync("gems/demo-1.2.0.gem")).Status.ShouldBe(200);
        (await GetAsync("gems/demo-1.2.0-java.gem")).Status.ShouldBe(200);

        (await YankAsync("gem_name=demo&version=9")).Status.ShouldBe(404);
        (await YankAsync("gem_name=demo&version=1.2.0&platform=mswin")).Status.ShouldBe(404);
        (await YankAsync("version=1.2.0")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task What_is_archived_is_not_there_and_does_not_come_back()
    {
        await PushAsync(_gem);
        await _world.Get<ChangeVersion>().RunAsync(Id, "1.2.0", version => version with { Status = PackageVersionStatus.Archived }, TestContext.Current.CancellationToken);

        foreach (var path in new[] { "info/demo", "gems/demo-1.2.0.gem", "quick/Marshal.4.8/demo-1.2.0.gemspec.rz" })
        {
            (await GetAsync(path)).Status.ShouldBe(404);
        }

        (await PushAsync(_gem)).Status.ShouldBe(409);
    }

    [Theory]
    [InlineData("info/other")]
    [InlineData("info/..%2fdemo")]
    [InlineData("gems/demo-1.2.0-java.gem")]
    [InlineData("gems/demo-1.2.1.gem")]
    [InlineData("gems/demo.gem")]
    [InlineData("gems/..%2f..%2fetc%2fpasswd.gem")]
    [InlineData("gems/demo-1.2.0")]
    [InlineData("quick/Marshal.4.8/demo-9.gemspec.rz")]
    [InlineData("")]
    public async Task What_is_not_there_is_told_so(string path)
    {
        await PushAsync(_gem);

        (await GetAsync(path)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Names_with_hyphens_and_digits_are_told_apart()
    {
        var (one, other) = (Gems.Packed("foo-1", "2.0"), Gems.Packed("foo", "1", "2.0"));
        await PushAsync(one);
        (await PackageWorld.BodyAsync(await GetAsync("gems/foo-1-2.0.gem"))).ShouldBe(one);
        await PushAsync(other);
        (await TextAsync("info/foo")).ShouldContain($"1-2.0 |checksum:{Gems.Digest(other)}");
    }

    /// <summary>All at once, by the names that the specification has for them, and nothing of it is kept.</summary>
    [Fact]
    public async Task Every_fault_is_told()
    {
        var metadata = Gems.Metadata("demo", "1.2.0", "any platform", [("a b", [">= 1"]), ("rake", ["about 3"])]).Replace("name: demo", "name: .demo", StringComparison.Ordinal).Replace("version: '1.2.0'", "version: 'one'", StringComparison.Ordinal);
        await RefusedAsync(Gems.Packed(metadata, []), "name: ", "version: ", "platform: ", "dependencies[0].name: ", "dependencies[1].requirement: ");
        await RefusedAsync(Gems.Packed(Gems.Metadata("demo", "1.2.0", needs: [.. Enumerable.Range(0, 501).Select(number => ($"a{number}", new[] { ">= 1" }))]), []), "dependencies: 500 at most are expected");
        await RefusedAsync("<html>"u8.ToArray(), "it is cut off");
        await RefusedAsync(new string('x', 2000).Select(character => (byte)character).ToArray(), "is no tar");
        await RefusedAsync([], "has no metadata.gz");
        (await _world.Get<PackageStore>().FindAsync(Id, CancellationToken.None)).ShouldBeNull();
        (await _world.Get<Contents.ContentStore>().SizeAsync("org", CancellationToken.None)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_may_only_read_pushes_and_yanks_nothing()
    {
        var token = await _world.TokenAsync("reader");
        (await _world.AskAsync(token, "POST", $"{Gems.Here}api/v1/gems", _gem)).Status.ShouldBe(403);
        (await _world.AskAsync(token, "DELETE", $"{Gems.Here}api/v1/gems/yank", "gem_name=demo&version=1.2.0"u8.ToArray())).Status.ShouldBe(403);
    }

    private static PackageId Id => new("org", "main", PackageFormat.ruby, null, "demo");

    private Task<ApiResponse> PushAsync(byte[] gem) => _world.AskAsync("POST", $"{Gems.Here}api/v1/gems", gem);

    private Task<ApiResponse> YankAsync(string form) => _world.AskAsync("DELETE", $"{Gems.Here}api/v1/gems/yank", Encoding.UTF8.GetBytes(form));

    private Task<ApiResponse> GetAsync(string path, params (string, string)[] headers) => _world.AskAsync("GET", Gems.Here + path, null, headers);

    private async Task<string> TextAsync(string path) => await PackageWorld.TextAsync(await GetAsync(path));

    private async Task RefusedAsync(byte[] gem, params string[] because)
    {
        var answer = await PushAsync(gem);
        answer.Status.ShouldBe(400);
        var told = await PackageWorld.TextAsync(answer);
        foreach (var one in because)
        {
            told.ShouldContain(one);
        }
    }

    private async Task<StoredVersion> VersionAsync(string version) => (await _world.Get<PackageStore>().FindVersionAsync(Id, version, TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;

    private static string Header(ApiResponse answer, string name) => answer.Headers.Single(header => header.Key == name).Value;

    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
