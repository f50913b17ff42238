using System.Text.Json.Nodes;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>A listener divides traffic between the target groups of two task sets of a service.</summary>
internal sealed class EcsPlatform : IShiftPlatform
{
    private static readonly string[] _events =
    [
        LifecycleEvents.BeforeInstall, LifecycleEvents.Install, LifecycleEvents.AfterInstall, LifecycleEvents.AllowTestTraffic,
        LifecycleEvents.AfterAllowTestTraffic, LifecycleEvents.BeforeAllowTraffic, LifecycleEvents.AllowTraffic, LifecycleEvents.AfterAllowTraffic,
    ];

    public IReadOnlyList<string> Events => _events;

    public IReadOnlyList<Move> Moves(DeploymentPlan plan, Shift shift) => EcsMoves.Of(plan, shift);

    public Reading Judge(Deployment record, Move move, BakeInput input, DateTimeOffset now) => EcsJudge.Of(record, move, input.Answer<EcsFound>("found"));

    public string? Foreign(Deployment record, NextStepState state) =>
        state.Answer<ListenersAnswer>("listeners") is { } found && !record.IsCommitted ? EcsJudge.Foreign(record, found) : null;

    public Deployment Intend(Deployment begun, Move move)
    {
        if (move.Kind != MoveKind.ShiftTest)
        {
            return begun;
        }

        return begun with { Progress = begun.TaskSets() with { TestIntent = new TrafficIntent(begun.Step, move.Traffic!, begun.Listeners().Test!.Traffic, 0) } };
    }

    public ShiftState Tell(Deployment record, Move move, ShiftState current)
    {
        var shift = record.Listeners();
        return move.Kind switch
        {
            MoveKind.Shift => current.Go(Branch.Shift, Forward(shift.Production, move.Traffic!)),
            MoveKind.ShiftTest => current.Go(Branch.Shift, Forward(shift.Test!, move.Traffic!)),
            MoveKind.Install => current.Go(Branch.Install, new JsonObject { ["createTaskSet"] = shift.Replacement.DeepClone(), ["targetGroupArn"] = shift.Target }),
            MoveKind.Promote => current.Go(Branch.Promote, TaskSet(record.TaskSets().Replacement!.TaskSetArn, shift.Target)),
            MoveKind.ScaleDown => current.Go(Branch.ScaleDown, TaskSet(shift.OriginalTaskSet, shift.Snapshot!.Main)),
            MoveKind.Delete => current.Go(Branch.Delete, TaskSet(shift.OriginalTaskSet, shift.Snapshot!.Main)),
            _ => current with { Next = Branch.Await },
        };
    }

    public bool HasMoved(Deployment stopped) => EcsRestore.HasMoved(stopped);

    public Decision<Deployment, ShiftState> Restore(Deployment stopped, PlanRollbackInput input, DateTimeOffset now) => EcsRestore.Decide(stopped, input, now);

    public DeploymentTarget Describe(Deployment record, TargetFacts facts) => ServiceTarget.Of(record, facts);

    public string? Explain(Deployment record, CaughtError failure) => null;

    private static JsonObject Forward(ListenerSnapshot listener, TrafficSplit traffic) => new()
    {
        ["listenerArn"] = listener.ListenerArn,
        ["defaultActions"] = ForwardAction.Write(listener.DefaultActions, traffic),
    };

    private static JsonObject TaskSet(string? arn, string targetGroup) => new() { ["taskSetArn"] = arn, ["targetGroupArn"] = targetGroup };
}
