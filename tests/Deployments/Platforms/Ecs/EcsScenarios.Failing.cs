using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

internal static partial class EcsScenarios
{
    private const string Refused = "PlanRollback WhatToRestore Ended";
    private const string Balancer = "ElasticLoadBalancingV2.SdkClientException";
    private const string Service = "Ecs.SdkClientException";

    private static IEnumerable<EcsScenario> Failing() =>
    [
        Refuses("a service under another controller is refused", world => world.Ecs.Controller = "ECS", "its deployment controller is ECS; expected EXTERNAL"),
        Refuses("a service that shall have no task is refused", world => world.Ecs.DesiredCount = 0, "its desired count is 0, so nothing would answer"),
        Refuses("a service with a task set beside its primary one is refused", world => world.Ecs.TaskSets.Add(new FakeTaskSet("arn/left", "green")), "task sets beside its primary one (arn/left); end them first"),
        Refuses("a divided listener is refused", world => world.Balancer.Listeners[FakeLoadBalancer.Production] =
            FakeLoadBalancer.Forward((FakeLoadBalancer.Group("blue"), 1), (FakeLoadBalancer.Group("green"), 1)), "divides its traffic, so which target group is live cannot be told"),
        Refuses("a listener that sends elsewhere is refused", world => world.Balancer.Listeners[FakeLoadBalancer.Production] =
            FakeLoadBalancer.Forward((FakeLoadBalancer.Group("red"), 1)), "sends to target group red, which is not one of the two"),
        Fails("ClaimTarget", "Lambda.SdkClientException", $"ClaimTarget {Refused}"),
        Fails("MakeTaskDefinition", Service, $"ClaimTarget WhatClaimSays MakeTaskDefinition {Refused}") with { Release = new EcsRelease { Registers = true } },
        Fails("ReadService", Service, $"ClaimTarget WhatClaimSays ReadService {Refused}"),
        Fails("ReadTargetGroups", Balancer, $"ClaimTarget WhatClaimSays ReadService ReadTargetGroups {Refused}"),
        Fails("ReadTraffic", Balancer, $"ClaimTarget WhatClaimSays ReadService ReadTargetGroups ReadTraffic {Refused}"),
        Fails("ReadAlarms", "CloudWatch.SdkClientException", $"{Planned} ReadAlarms CheckTraffic NextStep {Refused}"),
        Fails("CheckTraffic", Balancer, $"{Planned} ReadAlarms CheckTraffic {Refused}"),
        Fails("CreateTaskSet", Service, $"{Attached} {Decided} CreateTaskSet {GivenBack} Ended"),
        Fails("SetWeight", Balancer, $"{Planned} {Decided} SetWeight {Look} Ended"),
        Fails("ReadBack", Balancer, $"{Planned} {Decided} SetWeight ReadBack {GivenBack} Ended"),
        Fails("ReadTaskSets", Service, $"{Attached} {Decided} CreateTaskSet ReadTaskSets {GivenBack} {Removed}"),
        Fails("ReadHealth", Balancer, $"{Attached} {Decided} CreateTaskSet ReadTaskSets ReadHealth {GivenBack} {Removed}"),
        Fails("SetPrimary", Service, $"{Canary} {Decided} {Set} {Decided} SetPrimary {GivenBack} {Removed}") with { Outcome = DeploymentOutcome.RolledBack },
        Leaves("ReadTrafficToRestore", Balancer, $"{Canary} PlanRollback WhatToRestore ReadTrafficToRestore MarkDirty Ended"),
        Leaves("ReadTaskSetsToRestore", Service, $"{Canary} PlanRollback WhatToRestore ReadTrafficToRestore ReadTaskSetsToRestore MarkDirty Ended"),
        Leaves("RestoreTraffic", Balancer, $"{Canary} {Look} RestoreTraffic MarkDirty Ended"),
        Leaves("RemoveTaskSet", Service, $"{Canary} {GivenBack} RemoveTaskSet MarkDirty Ended"),
        Leaves("RestorePrimary", Service, $"{Installed} {Decided} {Set} {Promoted} {Decided} Bake {GivenBack} RestorePrimary MarkDirty Ended") with
        {
            Release = new EcsRelease { Strategy = "AllAtOnce", Waits = new EcsWaits(null, true, 600, 60) },
        },
        Leaves("PlanRollback", "Lambda.SdkClientException", $"{Canary} PlanRollback MarkDirty Ended"),
        new EcsScenario("a replacement that someone else removes meanwhile is gone")
        {
            Meanwhile = world => world.AtAsync(2, world.StopAsync),
            Arrange = (world, moments) => moments.Before("RemoveTaskSet", () => world.Ecs.TaskSets.RemoveAll(set => set.ExternalId is not null)),
            Outcome = DeploymentOutcome.RolledBack,
            Says = "stopped by a request",
            Path = $"{Canary} {GivenBack} {Removed}",
        },
        new EcsScenario("an original that someone else ended is gone")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (world, moments) => moments.Before("DeleteTaskSet", () => world.Ecs.TaskSets.RemoveAll(set => set.ExternalId is null)),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Succeeded}",
        },
        new EcsScenario("an original that cannot be scaled down is ended all the same")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (_, moments) => moments.Fail("ScaleDown", Service),
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} ScaleDown {Look} RemoveTaskSet {Again} Ended",
        },
        new EcsScenario("an original that cannot be deleted is told of")
        {
            Release = new EcsRelease { Strategy = "AllAtOnce" },
            Arrange = (_, moments) =>
            {
                moments.Fail("DeleteTaskSet", Service);
                moments.Fail("RemoveTaskSet", Service);
            },
            Outcome = DeploymentOutcome.Succeeded,
            Says = "all traffic to target group green, but the original could not be ended: as the test wants it",
            Path = $"{Installed} {Decided} {Set} {Promoted} {Decided} ScaleDown {Seen} {Decided} DeleteTaskSet {Look} RemoveTaskSet MarkDirty Ended",
        },
    ];

    private static EcsScenario Refuses(string name, Action<DeploymentWorld> arrange, string says) => new(name)
    {
        Arrange = (world, _) => arrange(world),
        Outcome = DeploymentOutcome.Failed,
        Says = says,
        Path = $"{Planned} {Refused}",
    };

    private static EcsScenario Fails(string state, string error, string path) => new($"{state} fails")
    {
        Arrange = (_, moments) => moments.Fail(state, error),
        Outcome = DeploymentOutcome.Failed,
        Says = "as the test wants it",
        Path = path,
    };

    private static EcsScenario Leaves(string state, string error, string path) => new($"{state} fails")
    {
        Arrange = (_, moments) => moments.Fail(state, error),
        Meanwhile = world => world.AtAsync(4, world.StopAsync),
        Outcome = DeploymentOutcome.Dirty,
        Says = "could not be restored: as the test wants it",
        Path = path,
    };
}
