using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Shapes;
using Sluice.Platform.Protocol;

namespace Sluice.Packages.Tests.Formats.PyPi.Uploads;

[SuppressMessage("Security", "CA5351", Justification = "Uploads have it.")]
public sealed class UploadTests : IAsyncLifetime
{
    private const string Here = "/artifacts/org/pypi/main/";
    private const string WheelName = "demo_app-1.0-py3-none-any.whl";
    private readonly PackageWorld _world = new();
    private readonly byte[] _wheel = TestFiles.Wheel("demo_app", "1.0", "Requires-Python: >=3.8\nRequires-Dist: six>=1\nLicense-Expression: MIT\n");

    public async ValueTask InitializeAsync() => await _world.RepositoryAsync();

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_file_is_kept_with_all_that_its_metadata_says()
    {
        (await UploadAsync(_wheel, WheelName, ("requires_python", ">=3.8"), ("requires_dist", "six >=1"), ("md5_digest", Hex(MD5.HashData(_wheel))), ("sha256_digest", Hex(SHA256.HashData(_wheel))))).Status.ShouldBe(200);

        var version = await VersionAsync("1.0");
        (version.Status, version.PublishedBy, version.Origin).ShouldBe((PackageVersionStatus.Published, "tester", VersionOrigin.Published("main")));
        (version.Summary.Summary, version.Summary.Licenses.Single().Name, version.Summary.DisplayName).ShouldBe(("What it does", "MIT", "demo_app"));
        version.Dependencies.Single().ShouldBe(new StoredDependency(null, "six", "Requires-Dist", ">=1"));
        Encoding.UTF8.GetString(await _world.Get<Contents.ContentStore>().ReadAsync("org", version.Readme!, TestContext.Current.CancellationToken)).ShouldBe("# Read me\n");
        (await _world.EventsAsync()).Single().Detail["packageVersionState"]!.GetValue<string>().ShouldBe("Published");
    }

    [Fact]
    public async Task A_page_lists_the_files_in_HTML_and_in_JSON()
    {
        await UploadAsync(_wheel, WheelName);
        await UploadAsync(TestFiles.Source("demo_app", "1.0"), "demo_app-1.0.tar.gz");
        var digest = Hex(SHA256.HashData(_wheel));

        var html = await PackageWorld.TextAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/"));
        var json = await PackageWorld.JsonAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/", null, ("Accept", "application/vnd.pypi.simple.v1+json")));

        html.ShouldContain($"<a href=\"1.0/{WheelName}#sha256={digest}\" data-requires-python=\"&gt;=3.8\" data-core-metadata=\"sha256=");
        html.ShouldContain("1.0/demo_app-1.0.tar.gz#sha256=");
        json["meta"]!["api-version"]!.GetValue<string>().ShouldBe("1.1");
        json["versions"]!.ToJsonString().ShouldBe("[\"1.0\"]");
        var file = json["files"]![0]!;
        (file["filename"]!.GetValue<string>(), file["url"]!.GetValue<string>(), file["hashes"]!["sha256"]!.GetValue<string>(), file["size"]!.GetValue<long>(), file["yanked"]!.GetValue<bool>())
            .ShouldBe((WheelName, $"1.0/{WheelName}", digest, _wheel.Length, false));
        file["upload-time"]!.GetValue<string>().ShouldEndWith("Z");
        (await PackageWorld.BodyAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/1.0/{WheelName}"))).ShouldBe(_wheel);
        var metadata = await PackageWorld.BodyAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/1.0/{WheelName}.metadata"));
        Hex(SHA256.HashData(metadata)).ShouldBe(file["core-metadata"]!["sha256"]!.GetValue<string>());
        Encoding.UTF8.GetString(metadata).ShouldStartWith("Metadata-Version: 2.1\nName: demo_app\n");
        (await PackageWorld.TextAsync(await _world.AskAsync("GET", $"{Here}simple/"))).ShouldContain("<a href=\"demo-app/\">demo-app</a>");
    }

    [Fact]
    public async Task Other_spellings_lead_to_the_one_address_and_what_is_known_is_not_sent_again()
    {
        await UploadAsync(_wheel, WheelName);

        foreach (var path in new[] { "simple/Demo_App", "simple/Demo_App/", "simple/demo-app" })
        {
            var moved = await _world.AskAsync("GET", Here + path);
            (moved.Status, HeaderOf(moved, "Location")).ShouldBe((301, $"http://127.0.0.1:8080{Here}simple/demo-app/"));
        }

        var tag = HeaderOf(await _world.AskAsync("GET", $"{Here}simple/demo-app/"), "ETag");
        (await _world.AskAsync("GET", $"{Here}simple/demo-app/", null, ("If-None-Match", tag))).Status.ShouldBe(304);
        (await _world.AskAsync("GET", $"{Here}simple/demo-app/", null, ("Accept", "image/png"))).Status.ShouldBe(406);
        (await _world.AskAsync("GET", $"{Here}simple/other/")).Status.ShouldBe(404);
        (await _world.AskAsync("GET", $"{Here}simple/demo-app/1.0/demo_app-1.0-py2-none-any.whl")).Status.ShouldBe(404);
        (await _world.AskAsync("DELETE", $"{Here}simple/demo-app/")).Status.ShouldBe(405);
    }

    [Fact]
    public async Task PyPIs_own_documents_tell_of_the_newest_release_or_of_one_version()
    {
        (await UploadAsync(_wheel, WheelName)).Status.ShouldBe(200);
        (await UploadAsync(TestFiles.Wheel("demo_app", "1.10"), "demo_app-1.10-py3-none-any.whl", ("version", "1.10"))).Status.ShouldBe(200);
        (await UploadAsync(TestFiles.Wheel("demo_app", "2.0rc1"), "demo_app-2.0rc1-py3-none-any.whl", ("version", "2.0rc1"))).Status.ShouldBe(200);

        // What its sources leave open, its wheel has said.
        (await UploadAsync(TestFiles.Source("demo_app", "1.0"), "demo_app-1.0.tar.gz")).Status.ShouldBe(200);

        var newest = await PackageWorld.JsonAsync(await _world.AskAsync("GET", $"{Here}pypi/demo_app/json"));
        var first = await PackageWorld.JsonAsync(await _world.AskAsync("GET", $"{Here}pypi/demo-app/1.0.0/json"));

        newest["info"]!["version"]!.GetValue<string>().ShouldBe("1.10");
        newest["releases"]!.AsObject().Select(release => release.Key).ShouldBe(["1.0", "1.10", "2.0rc1"]);
        first["info"]!["requires_dist"]!.ToJsonString().ShouldBe("[\"six\\u003E=1\"]");
        first["urls"]![0]!["packagetype"]!.GetValue<string>().ShouldBe("bdist_wheel");
        first["urls"]![0]!["url"]!.GetValue<string>().ShouldBe($"http://127.0.0.1:8080{Here}simple/demo-app/1.0/{WheelName}");
        first["releases"].ShouldBeNull();
        (await _world.AskAsync("GET", $"{Here}pypi/demo-app/9/json")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_same_bytes_again_are_no_change_and_others_are_refused()
    {
        await UploadAsync(_wheel, WheelName);
        var before = await VersionAsync("1.0");

        (await UploadAsync(_wheel, WheelName)).Status.ShouldBe(200);
        (await VersionAsync("1.0")).Revision.ShouldBe(before.Revision);
        var refusal = await UploadAsync(TestFiles.Wheel("demo_app", "1.0", module: "value = 2\n"), WheelName);

        refusal.Status.ShouldBe(409);
        (await PackageWorld.TextAsync(refusal)).ShouldContain("with another content");
        (await VersionAsync("1.0")).Revision.ShouldBe(before.Revision);
    }

    [Fact]
    public async Task Files_that_come_at_once_are_all_there()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(python => UploadAsync(_wheel, $"demo_app-1.0-cp31{python}-none-any.whl")));

        answers.ShouldAllBe(answer => answer.Status == 200);
        (await VersionAsync("1.0")).Assets.Count.ShouldBe(8);
    }

    [Fact]
    public async Task What_is_hidden_is_yanked_and_what_is_archived_is_not_there()
    {
        await UploadAsync(_wheel, WheelName);
        await ChangeAsync(version => version with { Status = PackageVersionStatus.Unlisted, Deprecation = "it \"breaks\"" });
        (await PackageWorld.TextAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/"))).ShouldContain("data-yanked=\"it &quot;breaks&quot;\"");
        (await _world.AskAsync("GET", $"{Here}simple/demo-app/1.0/{WheelName}")).Status.ShouldBe(200);

        await ChangeAsync(version => version with { Status = PackageVersionStatus.Archived });
        (await PackageWorld.TextAsync(await _world.AskAsync("GET", $"{Here}simple/demo-app/"))).ShouldNotContain(WheelName);
        (await _world.AskAsync("GET", $"{Here}simple/demo-app/1.0/{WheelName}")).Status.ShouldBe(404);
        (await UploadAsync(_wheel, WheelName)).Status.ShouldBe(409);
    }

    /// <summary>All at once, by the names that the form has for them, and nothing of it is kept.</summary>
    [Fact]
    public async Task Every_fault_is_told()
    {
        var form = await UploadAsync(null, "", ("name", "-x"), ("version", "one"), (":action", "submit"), ("protocol_version", "2"));
        form.Status.ShouldBe(400);
        var text = await PackageWorld.TextAsync(form);
        foreach (var name in new[] { ":action: ", "protocol_version: ", "name: ", "version: ", "content: " })
        {
            text.ShouldContain(name);
        }

        await RefusedAsync(_wheel, WheelName, ["md5_digest: ", "sha256_digest: ", "blake2_256_digest: ", "filetype: "], ("md5_digest", "00"), ("sha256_digest", "00"), ("blake2_256_digest", "00"), ("filetype", "sdist"));
        await RefusedAsync(_wheel, WheelName, ["requires_python: ", "requires_dist: "], ("requires_python", ">=2"), ("requires_dist", "seven"));
        await RefusedAsync(_wheel, WheelName, ["with the name and version of the form"], ("version", "1.1"));
        await RefusedAsync(_wheel, WheelName, ["with the name and version of the form"], ("name", "other"));
        await RefusedAsync(_wheel, "demo_app-1.0.exe", ["a file of the name"]);
        await RefusedAsync(_wheel, "demo_app-1.0.tar.gz", ["'demo_app-1.0.tar.gz' "]);
        await RefusedAsync(_wheel, "../demo_app-1.0-py3-none-any.whl", ["a file of the name"]);
        await RefusedAsync(TestFiles.Source("demo_app", "1.1"), "demo_app-1.0.tar.gz", ["the metadata in the file has '1.1', and '1.0' is expected"]);
        await RefusedAsync(TestFiles.Source("another", "1.0"), "demo_app-1.0.tar.gz", ["the metadata in the file has 'another', and 'demo-app' is expected"]);
        (await _world.Get<PackageStore>().FindAsync(Id, CancellationToken.None)).ShouldBeNull();
        (await _world.Get<Contents.ContentStore>().SizeAsync("org", CancellationToken.None)).ShouldBe(0);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=b")]
    public async Task What_is_no_form_is_refused(string type)
    {
        foreach (var body in new[] { "", "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\ncut off", "--b\r\n\r\nno name\r\n--b--\r\n", new string('x', 200_000) })
        {
            (await _world.AskAsync("POST", Here, Encoding.UTF8.GetBytes(body), ("Content-Type", type))).Status.ShouldBe(400);
        }
    }

    [Fact]
    public async Task Who_may_only_read_publishes_nothing()
    {
        var (type, body) = await FormAsync(_wheel, WheelName);
        var answer = await _world.AskAsync(await _world.TokenAsync("reader"), "POST", Here, body, ("Content-Type", type));

        answer.Status.ShouldBe(403);
        (await PackageWorld.TextAsync(answer)).ShouldContain("codeartifact:PublishPackageVersion");
    }

    [Fact]
    public async Task The_third_digest_is_checked()
    {
        // As b2sum -l 256 says.
        var source = TestFiles.Source("demo_app", "1.0");
        var blake2 = new Konscious.Security.Cryptography.HMACBlake2B(256);
        blake2.Initialize();
        Hex(blake2.ComputeHash([])).ShouldBe("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
        (await UploadAsync(source, "demo_app-1.0.tar.gz", ("blake2_256_digest", Hex(blake2.ComputeHash(source))))).Status.ShouldBe(200);
    }

    private static PackageId Id => new("org", "main", PackageFormat.pypi, null, "demo-app");

    private async Task RefusedAsync(byte[] file, string name, string[] because, params (string, string)[] fields)
    {
        var answer = await UploadAsync(file, name, fields);
        answer.Status.ShouldBe(400);
        var text = await PackageWorld.TextAsync(answer);
        foreach (var one in because)
        {
            text.ShouldContain(one);
        }
    }

    private async Task<ApiResponse> UploadAsync(byte[]? file, string name, params (string Name, string Value)[] fields)
    {
        var (type, body) = await FormAsync(file, name, fields);
        return await _world.AskAsync("POST", Here, body, ("Content-Type", type));
    }

    private static async Task<(string Type, byte[] Body)> FormAsync(byte[]? file, string name, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (field, value) in new[] { (":action", "file_upload"), ("protocol_version", "1"), ("name", "Demo.App"), ("version", "1.0") }.Where(field => fields.All(other => other.Name != field.Item1)).Concat(fields))
        {
            form.Add(new StringContent(value), $"\"{field}\"");
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "\"content\"", $"\"{name}\"");
        }

        return (form.Headers.ContentType!.ToString(), await form.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private async Task<StoredVersion> VersionAsync(string version) => (await _world.Get<PackageStore>().FindVersionAsync(Id, version, TestContext.Current.CancellationToken)).ShouldNotBeNull().Value;

    private Task ChangeAsync(Func<StoredVersion, StoredVersion> change) => _world.Get<Packages.Publishing.ChangeVersion>().RunAsync(Id, "1.0", change, TestContext.Current.CancellationToken);

    private static string HeaderOf(ApiResponse answer, string name) => answer.Headers.Single(header => header.Key == name).Value;

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
