using Sluice.Deployments.Api.Deployments;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Runs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.ControlPlane.Deployments;

/// <summary>Waits that are ended by hand. The tasks are parked here as the machine parks them.</summary>
public sealed class ContinueTests
{
    private const string Id = "d-000000001";

    [Theory]
    [InlineData(WaitKind.Pause, DeploymentWaitType.READY_WAIT)]
    [InlineData(WaitKind.Ready, DeploymentWaitType.READY_WAIT)]
    [InlineData(WaitKind.Pause, null)]
    public void A_deployment_that_waits_for_someone_is_Ready_until_it_is_continued(WaitKind kind, DeploymentWaitType? type)
    {
        using var shop = new Shop();
        Park(shop, kind);

        shop.World.Time.Run(async () =>
        {
            (await shop.GetAsync(Id)).Status.ShouldBe(DeploymentStatus.Ready);
            (await ListedAsync(shop, DeploymentStatus.Ready)).ShouldBe([Id]);
            await ContinueAsync(shop, type);
            (await shop.GetAsync(Id)).Status.ShouldBe(DeploymentStatus.InProgress);
            (await ListedAsync(shop, DeploymentStatus.Ready)).ShouldBeEmpty();

            // A client that saw no answer asks again.
            var continued = (await shop.World.Get<DeploymentStore>().GetAsync(Id)).Continued;
            await ContinueAsync(shop, type);
            (await shop.World.Get<DeploymentStore>().GetAsync(Id)).Continued.ShouldBe(continued);
        });
    }

    [Fact]
    public void The_wait_before_the_original_is_ended_has_a_type_and_an_older_operation_of_its_own()
    {
        using var shop = new Shop();
        Park(shop, WaitKind.Termination, ecs: true);

        shop.Refuses("DeploymentIsNotInReadyStateException", "READY_WAIT", () => ContinueAsync(shop, DeploymentWaitType.READY_WAIT));
        shop.World.Time.Run(async () =>
        {
            (await shop.GetAsync(Id)).InstanceTerminationWaitTimeStarted.ShouldBe(true);
            await SkipAsync(shop);
            (await shop.World.Get<DeploymentStore>().GetAsync(Id)).Continued.ShouldNotBeNull();
        });
        shop.Refuses("DeploymentNotStartedException", "does not wait", () => SkipAsync(shop));
    }

    [Fact]
    public void What_cannot_be_continued_is_refused_by_its_error()
    {
        using var shop = new Shop();
        Park(shop, WaitKind.Bake);

        shop.Refuses("DeploymentIsNotInReadyStateException", "not waiting for READY_WAIT", () => ContinueAsync(shop, DeploymentWaitType.READY_WAIT));
        shop.Refuses("UnsupportedActionForDeploymentTypeException", "Lambda alias", () => ContinueAsync(shop, DeploymentWaitType.TERMINATION_WAIT));
        shop.Refuses("UnsupportedActionForDeploymentTypeException", "Lambda alias", () => SkipAsync(shop));
        shop.Refuses("InvalidDeploymentIdException", "'x'", () => ContinueAsync(shop, null, "x"));
        shop.Refused<DeploymentDoesNotExistException>(() => ContinueAsync(shop, null, "d-000000009"));
    }

    [Fact]
    public void One_that_has_ended_or_is_being_stopped_is_not_continued()
    {
        using var shop = new Shop();
        Park(shop, WaitKind.Pause);
        shop.World.Time.Run(() => shop.StopAsync(Id));

        shop.Refuses("DeploymentIsNotInReadyStateException", "is being stopped", () => ContinueAsync(shop, null));
        shop.World.Time.Run(() => shop.World.Table.TransactAsync(shop.World.Get<DeploymentStore>().Creation(
            new RunChange<Deployment>(null, Samples.Ended("d-000000002", shop.World.Time.GetUtcNow(), DeploymentOutcome.Succeeded)))));
        shop.Refused<DeploymentAlreadyCompletedException>(() => ContinueAsync(shop, null, "d-000000002"));
    }

    private static void Park(Shop shop, WaitKind kind, bool ecs = false)
    {
        var ended = Samples.Ended(Id, shop.World.Time.GetUtcNow(), DeploymentOutcome.Succeeded);
        var service = new EcsPlan("main", "web", new TaskSetPlan("web:2", "web", 80, null, null, null), ["blue", "green"], "arn:listener", null, new EcsWaits(null, true, 60, 60));
        var waiting = ended with
        {
            Plan = ecs ? ended.Plan with { Target = service } : ended.Plan,
            Status = DeploymentStatus.InProgress,
            Outcome = null,
            CompleteTime = null,
            Step = 2,
            Attempt = 1,
            Parked = new ParkedWait(kind, 2, 1, 0, "token"),
        };
        shop.World.Time.Run(() => shop.World.Table.TransactAsync(shop.World.Get<DeploymentStore>().Creation(new RunChange<Deployment>(null, waiting))));
    }

    private static Task ContinueAsync(Shop shop, DeploymentWaitType? type, string id = Id) => Shop.RunAsync(shop.World.Get<ContinueDeployment>(), new ContinueDeploymentInput { DeploymentId = id, DeploymentWaitType = type });

    private static Task SkipAsync(Shop shop) =>
        Shop.RunAsync(shop.World.Get<SkipWaitTimeForInstanceTermination>(), new SkipWaitTimeForInstanceTerminationInput { DeploymentId = Id });

    private static async Task<IReadOnlyList<string>> ListedAsync(Shop shop, DeploymentStatus status) =>
        (await shop.ListAsync(new ListDeploymentsInput { IncludeOnlyStatuses = [status] })).Deployments!;
}
