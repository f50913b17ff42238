using System.Text;
using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Platform.Objects;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>Where a project's buildspec can be.</summary>
public sealed class BuildspecSourceTests : IDisposable
{
    private const string Says = "phases: {build: {commands: [echo built]}}";
    private readonly BuildFixture _fixture = new();

    [Theory]
    [InlineData("version: 0.2\n" + Says)]
    [InlineData("{\"version\": 0.2, \"phases\": {\"build\": {\"commands\": [\"echo built\"]}}}")]
    [InlineData("ci/build.yml")]
    [InlineData("ci/build.json")]
    [InlineData("arn:aws:s3:::user/specs/build.yml")]
    public async Task It_is_a_text_a_path_or_an_object(string buildspec)
    {
        _fixture.Repository.Write("ci/build.yml", "version: 0.2\n" + Says);
        _fixture.Repository.Write("ci/build.json", "{\"version\": 0.2, \"phases\": {\"build\": {\"commands\": [\"echo built\"]}}}");
        _fixture.Repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: [echo not this one]}}");
        _fixture.Buckets.Objects[new ObjectRef("user", "specs/build.yml")] = Encoding.UTF8.GetBytes("version: 0.2\n" + Says);

        (await RunAsync(buildspec)).Status.ShouldBe(BuildStatus.Succeeded, _fixture.Log);

        _fixture.Log.ShouldContain("\nbuilt\n");
    }

    [Theory]
    [InlineData("ci/none.yml", "There is no buildspec 'ci/none.yml'. The source has: ")]
    [InlineData("../out.yml", "The buildspec '../out.yml' is not in the source.")]
    [InlineData("/etc/hosts", "The buildspec '/etc/hosts' is not in the source.")]
    [InlineData("out", "The buildspec 'out' is a link that leads out of the source.")]
    [InlineData("arn:aws:s3:::user", "'arn:aws:s3:::user' is no place of a buildspec; expected arn:aws:s3:::bucket/key.")]
    [InlineData("arn:aws:s3:::user/none", "could not be read: There is no object at s3://user/none.")]
    [InlineData("version: 0.2\nphase: {}", "the project's buildspec:2: phase: is not known here; did you mean 'phases'?")]
    public async Task What_is_wrong_with_it_is_told(string buildspec, string message)
    {
        File.CreateSymbolicLink(Path.Combine(_fixture.Repository.Folder, "out"), "/etc/hosts");

        var result = await RunAsync(buildspec);

        BuildFixture.Phases(result).ShouldBe("DOWNLOAD_SOURCE!FAILED FINALIZING COMPLETED");
        result.Message!.ShouldContain(message);
    }

    public void Dispose() => _fixture.Dispose();

    private Task<BuildResult> RunAsync(string buildspec)
    {
        var source = new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() };
        return _fixture.RunAsync(_fixture.JobOf(source) with { Buildspec = buildspec }, TestContext.Current.CancellationToken);
    }
}
