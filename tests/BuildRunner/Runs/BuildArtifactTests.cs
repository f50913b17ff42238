using System.IO.Compression;
using System.Security.Cryptography;
using Sluice.BuildContract;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>What a build hands on, and what it refuses to.</summary>
public sealed class BuildArtifactTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Theory]
    [InlineData("touch a", "Artifact: 1 file, ")]
    [InlineData("touch a b", "Artifact: 2 files, ")]
    public async Task The_files_of_an_artifact_are_counted_in_words(string command, string told)
    {
        await _fixture.BuildAsync($"version: 0.2\nphases: {{build: {{commands: [{command}]}}}}\nartifacts: {{files: [a, '?']}}", TestContext.Current.CancellationToken);

        _fixture.Log.ShouldContain(told);
    }

    [Theory]
    [InlineData("mkfifo pipe", "[pipe]", "'pipe' is a named pipe; an artifact holds files only")]
    [InlineData("mkfifo appspec.yml", "[buildspec.yml]", "'appspec.yml' is a named pipe")]
    [InlineData(@"printf x > $'caf\xe9.txt'; mkdir $'d\xff'; printf y > $'d\xff/file'; mkdir -p ro/sub; chmod 500 ro/sub ro", "['**/*']", @"'caf\xe9.txt' is a name that is not UTF-8")]
    public async Task What_cannot_be_in_an_artifact_fails_the_build_by_name_and_nothing_stays(string command, string files, string fault)
    {
        var result = await _fixture.BuildAsync(
            $"version: 0.2\nphases:\n  build:\n    commands:\n      - {command}\nartifacts: {{files: {files}}}", TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        result.Message.ShouldNotBeNull().ShouldContain(fault);
        Directory.GetFileSystemEntries(_fixture.WorkspaceParent).ShouldBeEmpty();
        _fixture.Log.ShouldNotContain("could not be removed");
    }

    [Theory]
    [InlineData("0.2", "${OUT}/site", "mkdir -p x/site; printf a > x/site/index.html; OUT=$PWD/x")]
    [InlineData("0.1", "$CODEBUILD_SRC_DIR/site", "mkdir site; printf a > site/index.html")]
    public async Task Paths_of_artifacts_take_the_variables_that_the_commands_left(string version, string directory, string command)
    {
        var result = await _fixture.BuildAsync(
            $"version: {version}\nphases: {{build: {{commands: ['{command}']}}}}\nartifacts: {{secondary-artifacts: {{web: {{files: '*.html', base-directory: '{directory}'}}}}}}",
            TestContext.Current.CancellationToken);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        _fixture.Manifest(result).Primary.ShouldBeNull();
        _fixture.Log.ShouldContain("Secondary artifact web: 1 file, ");
    }

    [Fact]
    public async Task A_variable_that_is_not_set_and_a_pattern_without_files_are_told()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: [touch a]}}\nartifacts: {files: [a, b], secondary-artifacts: {x: {files: [a], base-directory: $CODEBUILD_SRC_DIR_second}}}",
            TestContext.Current.CancellationToken);

        result.Message.ShouldBe("UPLOAD_ARTIFACTS: Secondary artifact 'x': '$CODEBUILD_SRC_DIR_second': the variable CODEBUILD_SRC_DIR_second is not set.");
        _fixture.Log.ShouldContain("Artifact: no file matches 'b'");
    }

    [Fact]
    public async Task Artifacts_secondary_artifacts_and_the_appspec_are_handed_on()
    {
        _fixture.Repository.Write("appspec.yml", "version: 0.0\n");
        var result = await _fixture.BuildAsync(
            """
            version: 0.2
            phases:
              build: {commands: [mkdir -p out/bin hook, 'printf x > out/bootstrap', chmod 755 out/bootstrap, 'printf y > out/bin/data', chmod 640 out/bin/data, 'printf z > hook/h']}
            artifacts:
              files: ['**/*']
              base-directory: out
              secondary-artifacts:
                before-hook: {files: [h], base-directory: hook}
            """,
            TestContext.Current.CancellationToken);

        var manifest = _fixture.Manifest(result);
        manifest.Secondary.Keys.ShouldBe(["before-hook"]);
        manifest.Documents.Keys.ShouldBe(["appspec.yml"]);
        using var zip = new ZipArchive(new MemoryStream(_fixture.Objects[manifest.Primary!.Location]));
        zip.Entries.Select(entry => $"{entry.FullName} {Convert.ToString((entry.ExternalAttributes >> 16) & 0xFFFF, 8)}").ShouldBe(["bin/data 100640", "bootstrap 100755"]);
        manifest.Primary.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(_fixture.Objects[manifest.Primary.Location])));
    }

    [Fact]
    public async Task The_same_files_give_the_same_package()
    {
        const string spec = "version: 0.2\nphases: {build: {commands: ['mkdir out; for i in c a b; do echo $i > out/$i; done']}}\nartifacts: {files: ['**/*'], base-directory: out}";
        var first = _fixture.Manifest(await _fixture.BuildAsync(spec, TestContext.Current.CancellationToken)).Primary!;
        var second = _fixture.Manifest(await _fixture.BuildAsync(spec + "\n# again", TestContext.Current.CancellationToken)).Primary!;

        second.Sha256.ShouldBe(first.Sha256);
    }

    [Fact]
    public async Task Artifacts_that_cannot_be_made_are_all_told()
    {
        var result = await _fixture.BuildAsync(
            "version: 0.2\nphases: {build: {commands: [mkdir out]}}\nartifacts: {files: ['*'], base-directory: out, secondary-artifacts: {x: {files: [y], base-directory: nowhere}}}",
            TestContext.Current.CancellationToken);

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        result.Message!.ShouldContain("No file matches '*'. 'out' is empty.");
        result.Message!.ShouldContain("Secondary artifact 'x': The base-directory 'nowhere' does not exist. The source has: buildspec.yml, out/.");
        result.Manifest.ShouldBeNull();
    }

    public void Dispose() => _fixture.Dispose();
}
