using Sluice.BuildContract;
using Sluice.BuildContract.Batches;
using Sluice.BuildContract.Jobs;

namespace Sluice.BuildRunner.Tests.Runs;

/// <summary>A build that only reads its batch.</summary>
public sealed class BatchPlanTests : IDisposable
{
    private readonly BuildFixture _fixture = new();

    [Fact]
    public async Task The_plan_is_stored_and_no_command_is_run()
    {
        var (result, job) = await PlanAsync("version: 0.2\nbatch: {build-list: [{identifier: one}, {identifier: two}]}\nphases: {build: {commands: [echo ran]}}");

        result.Status.ShouldBe(BuildStatus.Succeeded);
        result.Phases.Select(phase => phase.PhaseType).ShouldBe([PhaseType.DownloadSource, PhaseType.Finalizing, PhaseType.Completed]);
        result.ResolvedSourceVersion.ShouldNotBeNull();
        _fixture.Objects.Read<BatchPlan>(job.Output with { Key = $"{job.Output.Key}/{BatchPlan.ObjectName}" }).Builds.Select(build => build.Identifier).ShouldBe(["one", "two"]);
        _fixture.Log.ShouldNotContain("echo ran");
    }

    [Fact]
    public async Task A_buildspec_without_a_batch_says_what_was_expected()
    {
        var (result, _) = await PlanAsync("version: 0.2\nphases: {build: {commands: [echo ran]}}");

        (result.Status, result.Message).ShouldBe((BuildStatus.Failed, "DOWNLOAD_SOURCE: The buildspec has no batch; expected build-list, build-graph, build-matrix or build-fanout in it."));
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<(BuildResult Result, BuildJob Job)> PlanAsync(string buildspec)
    {
        _fixture.Repository.Write("buildspec.yml", buildspec);
        var job = _fixture.JobOf(new JobSource { Kind = JobSourceKind.Git, Repository = _fixture.Repository.Folder, Version = _fixture.Repository.Commit() }) with { Mode = JobMode.PlanBatch };
        return (await _fixture.RunAsync(job, TestContext.Current.CancellationToken), job);
    }
}
