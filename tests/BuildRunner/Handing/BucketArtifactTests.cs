using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Handing;

/// <summary>Artifacts in users' buckets, as projects have them.</summary>
public sealed class BucketArtifactTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    private static readonly JobArtifact ToBucket = new() { Bucket = "user", Path = "releases", Name = "shop.zip", IsZip = true };

    [Theory]
    [InlineData("releases", false, "shop.zip", false, true, "releases/shop.zip")]
    [InlineData("/releases/", true, "shop.zip", false, true, "releases/pre-7/ID/shop.zip")]
    [InlineData(null, true, "/", false, true, "pre-7/ID/project")]
    [InlineData(null, false, null, false, true, "project")]
    [InlineData("releases", false, "shop.zip", true, true, "releases/of-7")]
    [InlineData("releases", false, "files", false, false, "releases/files")]
    [InlineData(null, false, "/", false, false, "")]
    public async Task The_key_is_path_id_and_name(string? path, bool byId, string? name, bool overrides, bool zip, string key)
    {
        var target = new JobArtifact { Bucket = "user", Path = path, NamespaceByBuildId = byId, Name = name, OverrideName = overrides, IsZip = zip };

        var (result, job) = await BuildAsync(target, "touch a; mkdir b; touch b/c", "files: ['**/*'], exclude-paths: buildspec.yml, name: of-$CODEBUILD_BUILD_NUMBER, s3-prefix: 'pre-$((3 + 4))'");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        var expected = key.Replace("ID", job.BuildId.Split(':')[1]);
        result.Artifacts.ShouldHaveSingleItem().Location.ShouldBe(new ObjectRef("user", expected));
        _fixture.Buckets.Objects.Keys.Select(one => one.Key).ShouldBe(zip ? [expected] : [.. new[] { "a", "b/c" }.Select(file => $"{expected}/{file}".TrimStart('/'))], ignoreOrder: true);
        _fixture.Buckets.Metadata.Values.ShouldAllBe(metadata => metadata["codebuild-buildarn"] == "arn:build");
    }

    [Fact]
    [SuppressMessage("Security", "CA5351", Justification = "CodeBuild tells it.")]
    public async Task A_zip_is_told_with_its_digests()
    {
        var (result, _) = await BuildAsync(ToBucket, "echo hello > a", "files: [a]");

        var (stored, content) = (result.Artifacts.Single(), _fixture.Buckets.Objects.Values.Single());
        stored.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        stored.Md5.ShouldBe(Convert.ToHexStringLower(MD5.HashData(content)));
        result.Manifest.ShouldBeNull();
    }

    [Fact]
    public async Task Links_stay_links_where_that_is_asked_for()
    {
        await BuildAsync(ToBucket, "mkdir d; echo x > d/file; ln -s file d/link; ln -s $PWD/d folder", "files: ['**/*'], exclude-paths: buildspec.yml, enable-symlinks: yes");

        using var zip = new ZipArchive(new MemoryStream(_fixture.Buckets.Objects.Values.Single()));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["d/file", "d/link", "folder"]);
        (zip.GetEntry("d/link")!.ExternalAttributes >>> 28).ShouldBe(0xA);
        Text(zip.GetEntry("d/link")!).ShouldBe("file");
        Text(zip.GetEntry("folder")!).ShouldBe("d");
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_source_fails_the_build_though_links_stay_links() =>
        (await BuildAsync(ToBucket, "ln -s /etc/passwd link", "files: [link], enable-symlinks: yes")).Result.Message!.ShouldContain("'link' is a link that leads out of the source");

    [Fact]
    public async Task Nothing_is_stored_unless_all_of_it_can_be()
    {
        var job = _fixture.JobOf(await SourceAsync("touch a", "files: [a], secondary-artifacts: {one: {files: [a]}, two: {files: [nothing]}}"));

        var result = await _fixture.RunAsync(job with { Artifacts = ToBucket, SecondaryArtifacts = [ToBucket with { Identifier = "one" }, ToBucket with { Identifier = "two" }] }, TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Failed);
        result.Message!.ShouldContain("Secondary artifact 'two': No file matches 'nothing'");
        _fixture.Buckets.Objects.ShouldBeEmpty();
    }

    [Fact]
    public async Task Secondary_artifacts_go_where_the_project_says_and_one_that_it_does_not_want_is_noted()
    {
        var job = _fixture.JobOf(await SourceAsync("touch a", "secondary-artifacts: {one: {files: [a]}, two: {files: [a]}}"));

        var result = await _fixture.RunAsync(job with { Artifacts = null, SecondaryArtifacts = [ToBucket with { Identifier = "one", Name = "one.zip" }] }, TestContext.Current.CancellationToken);

        result.Artifacts.ShouldHaveSingleItem().Identifier.ShouldBe("one");
        _fixture.Log.ShouldContain("The project does not want the secondary artifact two");
    }

    [Fact]
    public async Task What_the_project_wants_and_the_buildspec_does_not_describe_is_an_error()
    {
        var job = _fixture.JobOf(await SourceAsync("touch a", "files: [a]"));

        var result = await _fixture.RunAsync(job with { Artifacts = null, SecondaryArtifacts = [ToBucket with { Identifier = "one" }] }, TestContext.Current.CancellationToken);

        result.Message!.ShouldContain("the buildspec has no artifacts.secondary-artifacts.one");
    }

    [Fact]
    public async Task A_bucket_that_refuses_fails_the_build_in_its_own_words()
    {
        _fixture.Buckets.Failure = "s3://user/releases/shop.zip: Access Denied";

        (await BuildAsync(ToBucket, "touch a", "files: [a]")).Result.Message!.ShouldBe("UPLOAD_ARTIFACTS: Artifact could not be stored: s3://user/releases/shop.zip: Access Denied");
    }

    [Fact]
    public async Task A_workspace_that_vanishes_is_a_clear_error()
    {
        var (result, _) = await BuildAsync(ToBucket, "cd /; rm -rf \"$CODEBUILD_SRC_DIR\"", "files: [a]");

        result.Status.ShouldBe(BuildStatus.Failed);
        result.Message!.ShouldContain("is gone: something removed it while the build ran");
        _fixture.Buckets.Objects.ShouldBeEmpty();
    }

    public void Dispose() => _fixture.Dispose();

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private async Task<(BuildResult Result, BuildJob Job)> BuildAsync(JobArtifact target, string command, string artifacts)
    {
        var job = _fixture.JobOf(await SourceAsync(command, artifacts)) with { Artifacts = target };
        return (await _fixture.RunAsync(job, TestContext.Current.CancellationToken), job);
    }

    private Task<JobSource> SourceAsync(string command, string artifacts)
    {
        _fixture.Repository.Write("buildspec.yml", $"version: 0.2\nphases:\n  build:\n    commands:\n      - {command}\nartifacts: {{{artifacts}}}\n");
        return Task.FromResult(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() });
    }
}
