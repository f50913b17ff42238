using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Baking;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A task waits only for the step, the wait and the delivery that the table says are current.</summary>
public sealed class ParkingTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 2, 5, "Deployment d-000000001 is at step 2, wait 2, and was called for step 1, wait 2.")]
    [InlineData(2, 1, 5, "Deployment d-000000001 is at step 2, wait 2, and was called for step 2, wait 1.")]
    [InlineData(2, 2, 0, "Deployment d-000000001 is at delivery 1, and was called for delivery 0.")]
    public void A_late_delivery_is_refused(int step, int attempt, int retryCount, string says) =>
        Parking.Obstacle(Going(), step, attempt, retryCount).ShouldBeOfType<StepOutOfOrderException>().Message.ShouldBe(says);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_current_delivery_and_a_newer_one_may_wait(int retryCount) => Parking.Obstacle(Going(), 2, 2, retryCount).ShouldBeNull();

    [Fact]
    public void One_that_is_being_stopped_or_has_ended_does_not_wait()
    {
        Parking.Obstacle(Going() with { Stop = new Stop(StopCause.Request, "stopped by a request", _now) }, 2, 2, 1).ShouldBeOfType<StopRecordedException>().Message.ShouldBe("stopped by a request");
        Parking.Obstacle(Samples.Ended("d-000000001", _now, DeploymentOutcome.Failed), 2, 2, 1).ShouldBeOfType<DeploymentAlreadyCompletedException>();
    }

    private static Deployment Going() => Samples.Ended("d-000000001", _now, DeploymentOutcome.Succeeded) with
    {
        Outcome = null,
        Status = DeploymentStatus.InProgress,
        Step = 2,
        Attempt = 2,
        Parked = new ParkedWait(WaitKind.Bake, 2, 2, 1, "token"),
    };
}
