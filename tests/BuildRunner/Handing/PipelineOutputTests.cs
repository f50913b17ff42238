using System.IO.Compression;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Artifacts;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Handing;

/// <summary>What a pipeline's action is handed, and what it hands to a build.</summary>
public sealed class PipelineOutputTests : IDisposable
{
    private const string Commands = "version: 0.2\nphases: {build: {commands: ['printf a > a', 'printf b > b', 'export VERSION=7']}}\n";
    private readonly BuildFixture _fixture = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("artifacts: {files: a}", "App", null, "App=a")]
    [InlineData("artifacts: {files: a, secondary-artifacts: {App: {files: b}}}", "App", null, "App=a")]
    [InlineData("artifacts: {secondary-artifacts: {App: {files: b}}}", "App", null, "App=b")]
    [InlineData("artifacts: {secondary-artifacts: {One: {files: a}, Two: {files: b}}}", "One Two", null, "One=a Two=b")]
    [InlineData("artifacts: {files: a, secondary-artifacts: {Two: {files: b}}}", "One Two", null, "One=a Two=b")]
    [InlineData("artifacts: {files: a, secondary-artifacts: {lib: {files: b}}}", "linux linux_lib", "linux", "linux=a linux_lib=b")]
    [InlineData("artifacts: {files: a}", "", null, "")]
    [InlineData("artifacts: {files: nowhere}", "", null, "")]
    public async Task Each_output_is_the_artifact_that_CodePipelines_rules_say(string artifacts, string outputs, string? build, string expected)
    {
        var result = await RunAsync(artifacts, outputs, build);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        string.Join(' ', result.OutputArtifacts.Select(output => $"{output.Key}={ContentOf(output.Value)}")).ShouldBe(expected);
    }

    [Fact]
    public async Task An_output_that_the_buildspec_does_not_describe_fails_the_build_by_its_name()
    {
        var result = await RunAsync("artifacts: {files: a, secondary-artifacts: {Two: {files: b}}}", "One Second Third", null);

        BuildFixture.Phases(result).ShouldContain("UPLOAD_ARTIFACTS!FAILED");
        foreach (var name in new[] { "Second", "Third" })
        {
            result.Message!.ShouldContain($"The action has the output artifact '{name}', and the buildspec has no artifacts.secondary-artifacts.{name}.");
        }
    }

    [Fact]
    public async Task Inputs_are_folders_that_variables_name_and_what_is_exported_is_told()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("lib.txt").Open();
            entry.Write("from the zip"u8);
        }

        zip.Position = 0;
        await _fixture.Objects.PutAsync(new ObjectRef("bucket", "lib.zip"), zip, Cancellation);
        _fixture.Repository.Write("buildspec.yml", "version: 0.2\nenv: {exported-variables: [TEXT, CODEBUILD_BUILD_ID]}\nphases: {build: {commands: ['TEXT=$(cat \"$CODEBUILD_SRC_DIR_My_Lib/lib.txt\")', 'test -f \"$CODEBUILD_SRC_DIR/buildspec.yml\"']}}\n");
        var job = _fixture.JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() }) with
        {
            SecondarySources = [new JobSource { Kind = JobSourceKind.Archive, Identifier = "My-Lib", Object = new ObjectRef("bucket", "lib.zip") }],
        };

        var result = await _fixture.RunAsync(job, Cancellation);

        result.Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);
        result.ExportedVariables.ShouldBe(new Dictionary<string, string> { ["TEXT"] = "from the zip", ["CODEBUILD_BUILD_ID"] = job.BuildId });
    }

    public void Dispose() => _fixture.Dispose();

    private Task<BuildResult> RunAsync(string artifacts, string outputs, string? build)
    {
        _fixture.Repository.Write("buildspec.yml", Commands + artifacts);
        return _fixture.RunAsync(
            _fixture.JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() }) with
            {
                OutputArtifacts = outputs.Split(' ', StringSplitOptions.RemoveEmptyEntries),
                Batch = build is null ? null : new JobBatch("arn:batch", build),
            },
            Cancellation);
    }

    private string ContentOf(ObjectRef manifest)
    {
        using var zip = new ZipArchive(new MemoryStream(_fixture.Objects[_fixture.Objects.Read<ArtifactManifest>(manifest).Primary!.Location]));
        return string.Join(',', zip.Entries.Select(entry => entry.FullName));
    }
}
