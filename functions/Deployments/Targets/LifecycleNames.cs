using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Targets;

/// <summary>The lifecycle event that a move belongs to.</summary>
internal static class LifecycleNames
{
    /// <summary>What comes when all events are over; it is not told.</summary>
    public const string End = "End";

    /// <summary>The wait for ContinueDeployment, between two events; it is not told.</summary>
    public const string Ready = "Ready";

    /// <summary>The one that a move belongs to.</summary>
    public static string Of(Move move) => move.Event ?? (move.Kind switch
    {
        MoveKind.Hook => move.What,
        MoveKind.Install => LifecycleEvents.Install,
        MoveKind.ShiftTest => LifecycleEvents.AllowTestTraffic,
        MoveKind.Wait when move.Wait == WaitKind.Ready => Ready,
        MoveKind.Wait when move.Wait == WaitKind.Termination => End,
        MoveKind.ScaleDown or MoveKind.Delete => End,
        _ => LifecycleEvents.AllowTraffic,
    });
}
