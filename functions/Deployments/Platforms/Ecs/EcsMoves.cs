using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>What a deployment to ECS does in turn.</summary>
internal static class EcsMoves
{
    /// <summary>What puts the replacement's target group on the listener, without any traffic.</summary>
    public const string Attach = "0 %";

    private const int PromoteSeconds = 300;

    // A target group keeps leaving targets for at most an hour.
    private const int DrainSeconds = 3900;

    // The record of a rollback has a shift, but nothing that this machine does.
    public static IReadOnlyList<Move> Of(DeploymentPlan plan, Shift shift) => shift is EcsShift listeners ? Of(plan, (EcsPlan)plan.Target, listeners) : [];

    private static IReadOnlyList<Move> Of(DeploymentPlan plan, EcsPlan service, EcsShift shift) =>
    [
        .. Move.Hooks(plan, LifecycleEvents.BeforeInstall),
        .. Install(service, shift),
        .. Move.Hooks(plan, LifecycleEvents.AfterInstall),
        .. Test(shift),
        .. Move.Hooks(plan, LifecycleEvents.AfterAllowTestTraffic),
        .. Ready(service.Waits),
        .. Move.Hooks(plan, LifecycleEvents.BeforeAllowTraffic),
        .. Move.Shifts(plan, shift.Snapshot!, shift.Target, Full(shift.Target, shift.Snapshot!.Main)),
        new Move(MoveKind.Promote, "primary", null, 0, null) { Wait = WaitKind.SteadyState, DeadlineSeconds = PromoteSeconds },
        .. Move.Hooks(plan, LifecycleEvents.AfterAllowTraffic),
        .. End(service.Waits, shift),
    ];

    // ECS takes a target group only if a load balancer knows it: so the replacement's is on the listener, at weight 0, before its task set is made.
    private static IEnumerable<Move> Install(EcsPlan plan, EcsShift shift) =>
    [
        new Move(MoveKind.Shift, Attach, Full(shift.Snapshot!.Main, shift.Target), 0, null) { Event = LifecycleEvents.Install },
        new Move(MoveKind.Install, "Install", null, 0, null) { Wait = WaitKind.SteadyState, DeadlineSeconds = plan.Waits.SteadySeconds },
    ];

    private static IEnumerable<Move> Test(EcsShift shift) =>
        shift.Test is null ? [] : [new Move(MoveKind.ShiftTest, "AllowTestTraffic", TrafficSplit.All(shift.Target), 0, null)];

    private static IEnumerable<Move> Ready(EcsWaits waits) =>
        waits.ReadySeconds is { } seconds ? [new Move(MoveKind.Wait, "wait for ContinueDeployment", null, seconds, null) { Wait = WaitKind.Ready }] : [];

    private static IEnumerable<Move> End(EcsWaits waits, EcsShift shift)
    {
        if (!waits.EndsOriginal || shift.OriginalTaskSet is null)
        {
            yield break;
        }

        if (waits.TerminationSeconds > 0)
        {
            yield return new Move(MoveKind.Wait, "wait before termination", null, waits.TerminationSeconds, null) { Wait = WaitKind.Termination };
        }

        yield return new Move(MoveKind.ScaleDown, "drain", null, 0, null) { Wait = WaitKind.Drain, DeadlineSeconds = DrainSeconds, Commits = true };
        yield return new Move(MoveKind.Delete, "termination", null, 0, null) { Wait = WaitKind.Drain, DeadlineSeconds = DrainSeconds, Commits = true };
    }

    private static TrafficSplit Full(string main, string other) => TrafficSplit.Split(main, other, 0);
}
