using Sluice.BuildContract;
using Sluice.BuildContract.Jobs;
using Sluice.Builds.ControlPlane.Projects;
using Sluice.Builds.Model;
using Sluice.Builds.Starting;
using Sluice.Builds.Stopping;
using Sluice.Platform.Objects;
using Sluice.Platform.Runs;

namespace Sluice.Builds.Tests.Stopping;

/// <summary>What a stop, a parked task and a newer token make of a build in each of its states.</summary>
public sealed class StopDecisionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BuildRecord Running = new()
    {
        BuildId = "b", ProjectName = "shop", Number = 1, Status = BuildStatus.InProgress, Initiator = "me", Settings = UnnamedProject.Settings,
        Output = new ObjectRef("b", "k"), Action = new ActionTask("parent"), ProgressSecret = "secret", SubmittedAt = Noon,
    };

    private static readonly BuildRecord Stopping = Running with { StopRequestedAt = Noon, StopReason = "first" };
    private static readonly BuildRecord Ended = Running with { Status = BuildStatus.Failed, EndedAt = Noon };

    [Fact]
    public void A_stop_is_recorded_once_and_never_on_what_has_ended()
    {
        BuildStopper.Decide(Running, "enough", Noon).Record.ShouldBe(Running with { StopRequestedAt = Noon, StopReason = "enough" });
        BuildStopper.Decide(Stopping, "enough", Noon.AddMinutes(1)).Record.ShouldBeSameAs(Stopping);
        BuildStopper.Decide(Ended, "enough", Noon).Record.ShouldBeSameAs(Ended);
    }

    [Fact]
    public void A_task_is_parked_on_a_build_that_goes_on_and_on_no_other()
    {
        var task = new ParkedTask("token", 1);
        AwaitBuildStop.Decide(Running, task).Record.StopTask.ShouldBe(task);
        AwaitBuildStop.Decide(Running with { StopTask = new ParkedTask("older", 0) }, task).Record.StopTask.ShouldBe(task);
        AwaitBuildStop.Decide(Running with { StopTask = new ParkedTask("newer", 2) }, task).Throw.ShouldBeOfType<StopRecordedException>();
        AwaitBuildStop.Decide(Stopping, task).Throw.ShouldBeOfType<StopRecordedException>();
        var late = AwaitBuildStop.Decide(Ended with { StopRequestedAt = Noon }, task);
        (late.Answer, late.Throw, ReferenceEquals(late.Record.StopTask, task)).ShouldBe((false, null, false));
    }

    [Fact]
    public void The_newest_token_of_the_pipeline_is_kept_until_the_end()
    {
        StartBuildAction.Decide(Running, "newer").Record.Action!.Token.ShouldBe("newer");
        StartBuildAction.Decide(Running, "parent").Record.ShouldBeSameAs(Running);
        StartBuildAction.Decide(Ended, "newer").Record.ShouldBeSameAs(Ended);
    }
}
