using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Caches;

/// <summary>What is kept from build to build.</summary>
public sealed class CacheTests : IDisposable
{
    private static readonly JobCache OfBucket = new("user", "caches", "shop");
    private readonly BuildFixture _fixture = new();

    public static TheoryData<bool> Places => [true, false];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task The_next_build_begins_with_what_was_kept(bool inBucket)
    {
        var cache = inBucket ? OfBucket : OfBucket with { Bucket = null };
        const string fill = "mkdir -p deps/bin; echo one > deps/a; echo two > deps/bin/tool; chmod 755 deps/bin/tool; ln -s bin/tool deps/link; : > deps/empty";

        await BuildAsync(cache, "paths: ['deps/**/*']", $"test ! -e deps; {fill}");
        var second = await BuildAsync(cache, "paths: ['deps/**/*']", "cat deps/a deps/link; test -x deps/bin/tool; test -L deps/link; test -f deps/empty");

        second.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\none\ntwo\n");
        _fixture.Log.ShouldContain("Cache: 3 files are restored from 'all'");
    }

    [Fact]
    public async Task What_is_as_it_was_is_neither_read_nor_stored_again()
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; for i in $(seq 300); do echo $i > deps/$i; done; head -c 3000000 /dev/zero > deps/large");
        var before = _fixture.Buckets.Writes.Count(key => key.Contains("/packs/"));
        await BuildAsync(OfBucket, "paths: [deps]", "echo changed > deps/7");

        before.ShouldBeGreaterThan(3);
        _fixture.Buckets.Writes.Count(key => key.Contains("/packs/")).ShouldBe(before + 1);
        _fixture.Log.ShouldContain("new packs: 1");

        await BuildAsync(OfBucket, "paths: [deps]", "cat deps/7");
        _fixture.Log.ShouldContain("\nchanged\n");
        _fixture.Log.ShouldContain("nothing in them is new");
    }

    [Fact]
    public async Task A_key_is_evaluated_and_the_newest_of_its_fallbacks_is_taken()
    {
        const string cache = "key: npm-$(cat lock), fallback-keys: [other-, npm-], paths: [deps]";
        _fixture.Repository.Write("lock", "1");
        await BuildAsync(OfBucket, cache, "mkdir deps; echo first > deps/a");
        _fixture.Repository.Write("lock", "2");
        await BuildAsync(OfBucket, cache, "echo second > deps/a");
        _fixture.Repository.Write("lock", "3");

        await BuildAsync(OfBucket, cache, "cat deps/a");

        _fixture.Log.ShouldContain("restored from 'key-npm-1'");
        _fixture.Log.ShouldContain("restored from 'key-npm-2'");
        _fixture.Log.ShouldContain("\nsecond\n");
    }

    [Theory]
    [InlineData("restore", false)]
    [InlineData("save", true)]
    public async Task Only_what_the_action_says_is_done(string action, bool kept)
    {
        await BuildAsync(OfBucket, $"action: {action}, paths: [deps]", "test ! -e deps; mkdir deps; echo x > deps/a");

        (_fixture.Buckets.Objects.Count > 0).ShouldBe(kept);
        (await BuildAsync(OfBucket, $"action: {action}, paths: [deps]", "test ! -e deps")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
    }

    [Fact]
    public async Task Who_shares_the_namespace_shares_the_cache_until_it_is_invalidated()
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo shared > deps/a");

        (await BuildAsync(OfBucket, "paths: [deps]", "cat deps/a")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        (await BuildAsync(OfBucket with { Namespace = "other" }, "paths: [deps]", "test ! -e deps")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        (await BuildAsync(OfBucket with { Generation = 1 }, "paths: [deps]", "test ! -e deps; mkdir deps; echo shared > deps/a")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Buckets.Writes.Count(key => key.Contains("/packs/")).ShouldBe(1);
    }

    [Fact]
    public async Task Folders_outside_the_source_are_kept_too()
    {
        using var outside = new TemporaryFolder();
        var paths = $"paths: ['{outside.Path}/repo/**/*']";
        await BuildAsync(OfBucket, paths, $"mkdir -p {outside.Path}/repo/d; echo kept > {outside.Path}/repo/d/a");
        Directory.Delete(Path.Combine(outside.Path, "repo"), recursive: true);

        (await BuildAsync(OfBucket, paths, $"cat {outside.Path}/repo/d/a")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

        _fixture.Log.ShouldContain("\nkept\n");
    }

    [Fact]
    public async Task A_failed_build_keeps_nothing()
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a; false");

        _fixture.Buckets.Objects.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("../../escaped")]
    [InlineData("/etc/cron.d/evil")]
    [InlineData("deps/../../../escaped")]
    public async Task An_entry_that_leads_elsewhere_is_a_note_or_nothing_and_writes_no_file(string path)
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a");
        Change(manifest => manifest["files"]![0]!["path"] = path);

        var result = await BuildAsync(OfBucket, "paths: [deps]", "test ! -e deps");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        File.Exists("/etc/cron.d/evil").ShouldBeFalse();
        Directory.GetFiles(_fixture.WorkspaceParent, "escaped", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_that_leads_out_is_refused()
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a; ln -s a deps/link");
        Change(manifest => manifest["links"]![0]!["target"] = "../../../etc/passwd");

        (await BuildAsync(OfBucket, "paths: [deps]", "test ! -e deps")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

        _fixture.Log.ShouldContain("it holds a link, 'deps/link', that leads out of its folder");
    }

    [Fact]
    public async Task No_file_is_written_through_a_link_of_the_source()
    {
        using var outside = new TemporaryFolder();
        await BuildAsync(OfBucket, "paths: ['deps/**/*']", "mkdir deps; echo x > deps/a");
        File.CreateSymbolicLink(Path.Combine(_fixture.Repository.Folder, "deps"), outside.Path);

        await BuildAsync(OfBucket, "paths: ['deps/**/*']", "true");

        Directory.GetFileSystemEntries(outside.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/packs/", "a part of it is")]
    [InlineData("/keys/", "Cache: ")]
    public async Task What_is_damaged_is_a_note_and_a_miss(string kind, string note)
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a");
        var damaged = _fixture.Buckets.Objects.Keys.Single(key => key.Key.Contains(kind));
        _fixture.Buckets.Objects[damaged] = Zip("damaged"u8.ToArray());

        var result = await BuildAsync(OfBucket, "paths: [deps]", "test ! -e deps; mkdir deps; echo again > deps/a");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain(note);
        (await BuildAsync(OfBucket, "paths: [deps]", "cat deps/a")).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
    }

    [Fact]
    public async Task Any_manifest_at_all_fails_no_build()
    {
        await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a; ln -s a deps/link");
        var key = _fixture.Buckets.Objects.Keys.Single(one => one.Key.Contains("/keys/"));
        var whole = Encoding.UTF8.GetString(Unzip(_fixture.Buckets.Objects[key]));
        var random = new Random(5);
        for (var i = 0; i < 40; i++)
        {
            var text = new StringBuilder(whole);
            for (var j = 0; j <= i % 3; j++)
            {
                text.Remove(random.Next(text.Length), 1).Insert(random.Next(text.Length), "0-/\"{}[],."[random.Next(10)]);
            }

            _fixture.Buckets.Objects[key] = Zip(Encoding.UTF8.GetBytes(text.ToString()));
            (await BuildAsync(OfBucket, "action: restore, paths: [deps]", "true")).Status.ShouldBe(BuildStatus.Succeeded, text.ToString());
        }
    }

    [Fact]
    public async Task A_bucket_that_refuses_is_told_and_fails_no_build()
    {
        _fixture.Buckets.Failure = "s3://user: Access Denied";

        (await BuildAsync(OfBucket, "paths: [deps]", "mkdir deps; echo x > deps/a")).Status.ShouldBe(BuildStatus.Succeeded);

        _fixture.Log.ShouldContain("Cache: it could not be kept: s3://user: Access Denied");
    }

    public void Dispose() => _fixture.Dispose();

    private Task<BuildResult> BuildAsync(JobCache cache, string section, string commands)
    {
        _fixture.Repository.Write("buildspec.yml", $"version: 0.2\nphases:\n  build:\n    commands:\n      - |\n        {commands}\ncache: {{{section}}}\n");
        var source = new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() };
        return _fixture.RunAsync(_fixture.JobOf(source) with { Artifacts = null, Cache = cache }, TestContext.Current.CancellationToken);
    }

    private void Change(Action<JsonNode> change)
    {
        var key = _fixture.Buckets.Objects.Keys.Single(one => one.Key.Contains("/keys/"));
        var manifest = JsonNode.Parse(Unzip(_fixture.Buckets.Objects[key]))!;
        change(manifest);
        _fixture.Buckets.Objects[key] = Zip(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
    }

    private static byte[] Zip(byte[] content)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionMode.Compress))
        {
            zip.Write(content);
        }

        return zipped.ToArray();
    }

    private static byte[] Unzip(byte[] content)
    {
        using var text = new MemoryStream();
        new GZipStream(new MemoryStream(content), CompressionMode.Decompress).CopyTo(text);
        return text.ToArray();
    }
}
