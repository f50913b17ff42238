using Sluice.Deployments.Model.Traffic;

namespace Sluice.Deployments.Protocol;

/// <summary>One of the things that a deployment does in turn; step n is the n-th. A platform says which there are.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="What">For people: a hook's event, or the share that is reached.</param>
/// <param name="Traffic">What the traffic becomes.</param>
/// <param name="WaitSeconds">How long that is watched; 0 for the last.</param>
/// <param name="Hook">The hook to run.</param>
internal sealed record Move(MoveKind Kind, string What, TrafficSplit? Traffic, int WaitSeconds, HookPlan? Hook)
{
    /// <summary>How long a pause may last: CodeDeploy's own limit for a deployment to Lambda, 50 hours.</summary>
    public const int PauseSeconds = 180_000;

    /// <summary>What its task waits for.</summary>
    public WaitKind Wait { get; init; } = WaitKind.Bake;

    /// <summary>How long what it wants may take to come; such a move is looked at again and again. Null: it is there at once.</summary>
    public int? DeadlineSeconds { get; init; }

    /// <summary>The lifecycle event that it belongs to, where its kind alone does not say it.</summary>
    public string? Event { get; init; }

    /// <summary>Whether nothing can be given back from here on.</summary>
    public bool Commits { get; init; }

    /// <summary>The hooks of an event, if it has any.</summary>
    public static IEnumerable<Move> Hooks(DeploymentPlan plan, string eventName) =>
        plan.Hooks.Where(hook => hook.EventName == eventName).Select(hook => new Move(MoveKind.Hook, eventName, null, 0, hook));

    /// <summary>The steps to all traffic, from where traffic is.</summary>
    public static IEnumerable<Move> Shifts(DeploymentPlan plan, TrafficSplit before, string target, TrafficSplit all) =>
    [
        .. plan.Steps.Select(step => new Move(
            MoveKind.Shift, FormattableString.Invariant($"{step.Percent:0.#} %"), TrafficSplit.Split(before.Main, target, step.Percent), step.Pause ? PauseSeconds : step.BakeSeconds, null)
        {
            Wait = step.Pause ? WaitKind.Pause : WaitKind.Bake,
        }),
        Last(plan, MoveKind.Shift, "100 %", all),
    ];

    /// <summary>The move to all traffic, after which alarms are watched on if that is asked for.</summary>
    public static Move Last(DeploymentPlan plan, MoveKind kind, string what, TrafficSplit all) => new(kind, what, all, plan.Alarms.FinalBakeSeconds, null)
    {
        Wait = plan.Alarms.FinalBakeSeconds > 0 ? WaitKind.FinalBake : WaitKind.Bake,
    };
}
