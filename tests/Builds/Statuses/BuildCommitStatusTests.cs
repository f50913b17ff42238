using Sluice.BuildContract;
using Sluice.Builds.Model;
using Sluice.Builds.Shapes;
using Sluice.Builds.Statuses;
using Sluice.Platform.Accounts;
using Sluice.Platform.Connections;
using Sluice.Platform.Objects;

namespace Sluice.Builds.Tests.Statuses;

public sealed class BuildCommitStatusTests
{
    private const string Commit = "6113728f27ae82c7b1a177c8d03f9e96e0adf246";

    private static BuildRecord Build(BuildStatus status, string? version = Commit, string? resolved = null, BuildStatusConfig? config = null) => new()
    {
        BuildId = "b", ProjectName = "shop", Number = 1, Status = status, Initiator = "me", Output = new ObjectRef("b", "k"), ProgressSecret = "s", SubmittedAt = DateTimeOffset.UnixEpoch, ResolvedSourceVersion = resolved,
        Settings = new BuildSettings
        {
            Source = new ProjectSource { Type = SourceType.GITHUB, ReportBuildStatus = true, BuildStatusConfig = config }, SourceVersion = version, Artifacts = new ProjectArtifacts { Type = ArtifactsType.NO_ARTIFACTS },
            Environment = new ProjectEnvironment { Type = EnvironmentType.LINUX_CONTAINER, Image = "local", ComputeType = ComputeType.BUILD_GENERAL1_SMALL }, TimeoutInMinutes = 60, QueuedTimeoutInMinutes = 60,
        },
    };

    [Theory]
    [InlineData(BuildStatus.InProgress, CommitState.Pending, "in progress")]
    [InlineData(BuildStatus.Succeeded, CommitState.Success, "succeeded")]
    [InlineData(BuildStatus.Failed, CommitState.Failure, "failed")]
    [InlineData(BuildStatus.TimedOut, CommitState.Failure, "timed out")]
    [InlineData(BuildStatus.Stopped, CommitState.Error, "stopped")]
    [InlineData(BuildStatus.Fault, CommitState.Error, "failed for its machine")]
    public void Without_settings_it_is_told_as_CodeBuild_tells_it(BuildStatus status, CommitState state, string how) =>
        BuildCommitStatus.Of(Build(status), SuiteAccount.OneMachine).ShouldBe(new CommitStatus(Commit, state, "AWS CodeBuild us-east-1 (shop)", $"Build {how} for project shop"));

    [Fact]
    public void The_projects_context_and_address_are_told()
    {
        var status = BuildCommitStatus.Of(Build(BuildStatus.Succeeded, config: new BuildStatusConfig { Context = "ci/shop", TargetUrl = "https://ci.example.com/" }), SuiteAccount.OneMachine)!;

        (status.Context, status.Url).ShouldBe(("ci/shop", new Uri("https://ci.example.com/")));
        BuildCommitStatus.Of(Build(BuildStatus.Succeeded, config: new BuildStatusConfig { Context = " ", TargetUrl = "javascript:alert(1)" }), SuiteAccount.OneMachine)!.Url.ShouldBeNull();
    }

    [Fact]
    public void A_branch_is_told_of_when_it_is_known_which_commit_it_was()
    {
        BuildCommitStatus.Of(Build(BuildStatus.InProgress, "main"), SuiteAccount.OneMachine).ShouldBeNull();
        BuildCommitStatus.Of(Build(BuildStatus.InProgress, "main", Commit), SuiteAccount.OneMachine)!.Commit.ShouldBe(Commit);
    }
}
