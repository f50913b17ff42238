using System.Text.Json.Nodes;
using Sluice.Deployments.Machine;
using Sluice.Deployments.Platforms;
using Sluice.Deployments.Traffic;

namespace Sluice.Deployments.Ecs;

/// <summary>A listener divides traffic between the target groups of two task sets of a service.</summary>
internal sealed class EcsPlatform : IShiftPlatform
{
    public string Machine => "deploy-ecs";

    public string Undivided => "without a task set";

    public string TargetMember => "targetGroup";

    public string Subject(DeploymentPlan plan) => plan.Ecs!.Service();

    /// <summary>A target group by the name that its ARN holds.</summary>
    public string Receiver(string name) => $"target group {TargetGroups.NameOf(name)}";

    public Key Claim(DeploymentPlan plan) => DeploymentKeys.Target($"ecs/{plan.Ecs!.Service()}");

    public IReadOnlyList<Move> Moves(DeploymentPlan plan, Shift shift) => EcsMoves.Of(plan, shift);

    public Reading Judge(Deployment record, Move move, BakeInput input, DateTimeOffset now) => EcsJudge.Of(record, move, input.Found);

    public string? Foreign(Deployment record, NextStepState state) =>
        state.Listeners is { } found && !record.IsCommitted ? EcsJudge.Foreign(record, found) : null;

    public Deployment Intend(Deployment begun, Move move)
    {
        if (move.Kind != MoveKind.ShiftTest)
        {
            return begun;
        }

        var progress = begun.Ecs ?? new EcsProgress([]);
        return begun with { Ecs = progress with { TestIntent = new TrafficIntent(begun.Step, move.Traffic!, begun.Shift!.Ecs!.Test!.Traffic, 0) } };
    }

    public ShiftState Tell(Deployment record, Move move, ShiftState current)
    {
        var shift = record.Shift!.Ecs!;
        return move.Kind switch
        {
            MoveKind.Shift => Forward(current, shift.Production, move.Traffic!),
            MoveKind.ShiftTest => Forward(current, shift.Test!, move.Traffic!),
            MoveKind.Install => current with { Next = Ways.Install, CreateTaskSet = (JsonObject)shift.Replacement.DeepClone(), TargetGroupArn = record.Shift.Target },
            MoveKind.Promote => current with { Next = Ways.Promote, TaskSetArn = record.Ecs!.Replacement!.TaskSetArn, TargetGroupArn = record.Shift.Target },
            MoveKind.ScaleDown => current with { Next = Ways.ScaleDown, TaskSetArn = shift.OriginalTaskSet, TargetGroupArn = record.Shift.Snapshot!.Main },
            MoveKind.Delete => current with { Next = Ways.Delete, TaskSetArn = shift.OriginalTaskSet, TargetGroupArn = record.Shift.Snapshot!.Main },
            _ => current with { Next = Ways.Await },
        };
    }

    public void TellHook(Deployment record, JsonObject payload)
    {
        payload["Cluster"] = record.Plan.Ecs!.ClusterName;
        payload["Service"] = record.Plan.Ecs.ServiceName;
        payload["TaskDefinition"] = record.Plan.Ecs.TaskSet.TaskDefinition;
        payload["TargetGroup"] = record.Shift!.Target;
        payload["TaskSet"] = record.Ecs?.Replacement?.TaskSetArn;
    }

    public void TellEvent(DeploymentPlan plan, JsonObject detail)
    {
        detail["cluster"] = plan.Ecs!.ClusterName;
        detail["service"] = plan.Ecs.ServiceName;
    }

    public bool HasMoved(Deployment stopped) => EcsRestore.HasMoved(stopped);

    public Decision<ShiftState> Restore(Deployment stopped, PlanRollbackInput input, DateTimeOffset now) => EcsRestore.Decide(stopped, input, now);

    public string? Explain(Deployment record, MachineFailure failure) => null;

    private static ShiftState Forward(ShiftState current, ListenerSnapshot listener, TrafficSplit traffic) => current with
    {
        Next = Ways.Shift,
        ListenerArn = listener.ListenerArn,
        DefaultActions = ForwardAction.Write(listener.DefaultActions, traffic),
    };
}
