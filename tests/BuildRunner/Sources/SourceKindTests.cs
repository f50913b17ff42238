using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Sources;

/// <summary>Sources of every kind, and how their versions are named.</summary>
public sealed class SourceKindTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private GitRepository Repository => _fixture.Repository;

    [Theory]
    [InlineData(null, "main")]
    [InlineData("main", "main")]
    [InlineData("refs/heads/main", "main")]
    [InlineData("side/branch", "side")]
    [InlineData("v1", "tagged")]
    [InlineData("pr/7", "pull")]
    [InlineData("pr/8", "merge")]
    [InlineData("SHORT", "tagged")]
    public async Task A_version_is_a_branch_a_tag_a_pull_request_or_a_commit(string? version, string which)
    {
        var commits = Commits();

        var result = await RunAsync(Git with { Version = version == "SHORT" ? commits["tagged"][..9] : version }, "cat which");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain($"\n{which}\n");
        result.ResolvedSourceVersion.ShouldBe(commits[which]);
    }

    [Theory]
    [InlineData("nothing", "'nothing' is no branch, tag or commit of")]
    [InlineData("pr/9", "'pr/9' is no branch, tag or commit of")]
    [InlineData("abcdef12", "'abcdef12' is no branch, tag or commit of")]
    public async Task A_version_that_is_not_there_is_told_by_name(string version, string message)
    {
        Commits();

        (await RunAsync(Git with { Version = version }, "cat which")).Message!.ShouldContain(message);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(0, 4)]
    public async Task So_many_commits_are_fetched(int? depth, int commits)
    {
        Enumerable.Range(0, 4).ToList().ForEach(i => Repository.Commit($"change {i}"));

        await RunAsync(Git with { Repository = $"file://{Repository.Folder}", CloneDepth = depth }, "echo \"commits $(git rev-list --count HEAD)\"");

        _fixture.Log.ShouldContain($"\ncommits {commits}\n");
    }

    [Theory]
    [InlineData(true, "submodule's")]
    [InlineData(false, "none")]
    public async Task Submodules_are_fetched_where_that_is_asked_for(bool fetched, string found)
    {
        using var other = new GitRepository();
        other.Write("file", "submodule's\n");
        other.Commit();
        Repository.Run("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.Folder, "sub");
        Repository.Commit();

        await RunAsync(Git with { FetchSubmodules = fetched }, "cat sub/file || echo none");

        _fixture.Log.ShouldContain($"\n{found}\n");
    }

    [Fact]
    public async Task A_credential_reaches_the_sources_own_host_and_nothing_else()
    {
        Repository.Write("which", "private\n");
        Repository.Commit();
        var asked = new List<string?>();
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            asked.Add(context.Request.Headers.Authorization);
            if (context.Request.Headers.Authorization != $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("user:t0ken-of-git"))}")
            {
                context.Response.Headers.WWWAuthenticate = "Basic realm=git";
                context.Response.StatusCode = 401;
                return;
            }

            await GitBackend.Of(Repository.Root)(context);
        });
        var source = Git with { Repository = $"{server.Url}repo/.git", Credential = new JobCredential("user", "t0ken-of-git") };

        var result = await RunAsync(source, "cat which; env; cat .git/config; git ls-remote origin 2>&1", helper: true);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nprivate\n");
        _fixture.Log.ShouldContain("\trefs/heads/main\n");
        _fixture.Log.ShouldNotContain("t0ken-of-git");
        asked.ShouldContain(value => value != null);
    }

    [Fact]
    public async Task A_wrong_credential_fails_the_build_at_once()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=git";
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });

        var result = await RunAsync(Git with { Repository = $"{server.Url}repo", Credential = new JobCredential("user", "wrong-token") }, "id");

        result.Message!.ShouldContain("could not be read");
        result.Message!.ShouldNotContain("wrong-token");
    }

    [Fact]
    public async Task Secondary_sources_have_folders_and_variables_of_their_own()
    {
        using var other = new GitRepository();
        other.Write("file", "other's\n");
        var commit = other.Commit();
        Repository.Commit();
        var job = _fixture.JobOf(Git) with
        {
            Buildspec = "version: 0.2\nphases: {build: {commands: ['cat $CODEBUILD_SRC_DIR_lib/file', 'echo $CODEBUILD_SOURCE_VERSION_lib $CODEBUILD_SOURCE_REPO_URL_lib', 'test ! -e file']}}",
            SecondarySources = [new JobSource { Kind = JobSourceKind.Git, Identifier = "lib", Repository = other.Folder }],
        };

        var result = await _fixture.RunAsync(job, Cancellation);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nother's\n");
        _fixture.Log.ShouldContain($"\n{commit} {other.Folder}\n");
        result.ResolvedSecondaryVersions.ShouldBe(new Dictionary<string, string> { ["lib"] = commit });
    }

    [Fact]
    public async Task Without_a_source_the_buildspec_comes_with_the_job()
    {
        var result = await RunAsync(new JobSource { Kind = JobSourceKind.None }, "ls -A | wc -l; echo \"version ${CODEBUILD_RESOLVED_SOURCE_VERSION-unset}\"");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\n0\nversion unset\n");
        result.ResolvedSourceVersion.ShouldBeNull();
    }

    [Fact]
    public async Task A_zip_in_a_bucket_is_unpacked_in_the_version_that_was_asked_for()
    {
        var place = new ObjectRef("user", "source.zip");
        _fixture.Buckets.Objects[place] = Zip(("which", "newest\n", 0));
        _fixture.Buckets.Versions[(place, "v1")] = Zip(("run.sh", "echo older\n", 0x81ED));

        var result = await RunAsync(new JobSource { Kind = JobSourceKind.S3, Object = place, Version = "v1" }, "./run.sh");

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Log.ShouldContain("\nolder\n");
        result.ResolvedSourceVersion.ShouldBe("v1");
    }

    [Fact]
    public async Task A_folder_in_a_bucket_is_fetched_whole()
    {
        foreach (var key in new[] { "app/", "app/a", "app/d/b", "apple" })
        {
            _fixture.Buckets.Objects[new ObjectRef("user", key)] = "content\n"u8.ToArray();
        }

        await RunAsync(new JobSource { Kind = JobSourceKind.S3, Object = new ObjectRef("user", "app/") }, "find . -type f | sort | xargs");

        _fixture.Log.ShouldContain("\n./a ./d/b\n");
    }

    [Theory]
    [InlineData("app/../../etc/passwd")]
    [InlineData("app/a\\b")]
    [InlineData("app//x")]
    public async Task A_key_that_would_leave_the_folder_is_refused(string key)
    {
        _fixture.Buckets.Objects[new ObjectRef("user", key)] = [1];

        (await RunAsync(new JobSource { Kind = JobSourceKind.S3, Object = new ObjectRef("user", "app/") }, "id")).Message!.ShouldContain("is refused because of its object");
    }

    [Theory]
    [InlineData("../out", 0, "is refused because of its entry '../out'")]
    [InlineData("/etc/passwd", 0, "is refused because of its entry '/etc/passwd'")]
    [InlineData("link", 0xA1FF, "it is a link or a special file")]
    [InlineData("A", 0, "differs from another entry only in case")]
    public async Task A_hostile_archive_is_refused_by_name_and_nothing_of_it_is_unpacked(string name, int mode, string message)
    {
        var place = _fixture.Objects.Add("source.zip", Zip(("a", "x", 0), (name, "/etc", mode)));

        var result = await RunAsync(new JobSource { Kind = JobSourceKind.Archive, Object = place }, "id");

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Message!.ShouldContain(message);
    }

    [Fact]
    public async Task An_archive_that_grows_beyond_its_limit_is_refused()
    {
        using var folder = new TemporaryFolder();

        (await Should.ThrowAsync<BuildRunner.Buildspecs.SourceException>(() =>
            new BuildRunner.Sources.ArchiveSource(10, 1000).UnpackAsync(new MemoryStream(Zip(("zeros", new string('0', 5000), 0))), folder.Path, "s3://b/k", Cancellation))).Message.ShouldBe("The archive s3://b/k is more than 1000 bytes when it is unpacked.");
    }

    [Fact]
    public async Task A_pipelines_archive_is_unpacked_and_its_version_is_what_the_pipeline_says()
    {
        var place = _fixture.Objects.Add("source.zip", Zip(("which", "archived\n", 0)));

        var result = await RunAsync(new JobSource { Kind = JobSourceKind.Archive, Object = place, Version = "c0ffee" }, "cat which; echo $CODEBUILD_RESOLVED_SOURCE_VERSION");

        _fixture.Log.ShouldContain("\narchived\nc0ffee\n");
        result.ResolvedSourceVersion.ShouldBe("c0ffee");
    }

    [Fact]
    public async Task What_is_no_zip_is_told() =>
        (await RunAsync(new JobSource { Kind = JobSourceKind.Archive, Object = _fixture.Objects.Add("x", [1, 2, 3]) }, "id")).Message!.ShouldContain("s3://objects/x is no readable zip file");

    [Fact]
    public async Task An_object_that_is_not_there_is_told() =>
        (await RunAsync(new JobSource { Kind = JobSourceKind.S3, Object = new ObjectRef("user", "none.zip") }, "id")).Message!.ShouldContain("There is no object s3://user/none.zip");

    public void Dispose() => _fixture.Dispose();

    private JobSource Git => new() { Kind = JobSourceKind.Git, Repository = Repository.Folder };

    private Task<BuildResult> RunAsync(JobSource source, string command, bool helper = false) => _fixture.RunAsync(
        _fixture.JobOf(source) with { Buildspec = $"version: 0.2\nenv: {{git-credential-helper: {(helper ? "yes" : "no")}}}\nphases:\n  build:\n    commands:\n      - |\n        {command}\n" }, Cancellation);

    private Dictionary<string, string> Commits()
    {
        var commits = new Dictionary<string, string>();
        foreach (var (which, mark) in new[] { ("tagged", "tag v1"), ("pull", "update-ref refs/pull/7/head HEAD"), ("merge", "update-ref refs/merge-requests/8/head HEAD"), ("side", "branch side/branch"), ("main", "status") })
        {
            Repository.Write("which", which + "\n");
            commits[which] = Repository.Commit();
            Repository.Run(mark.Split(' '));
        }

        return commits;
    }

    private static byte[] Zip(params (string Name, string Content, int Mode)[] files)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
        {
            foreach (var (name, content, mode) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.ExternalAttributes = mode << 16;
                using var writer = new StreamWriter(entry.Open());
                writer.Write(content);
            }
        }

        return zip.ToArray();
    }
}
