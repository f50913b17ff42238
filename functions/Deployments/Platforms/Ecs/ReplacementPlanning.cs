using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;
using Sluice.Deployments.Runs;

namespace Sluice.Deployments.Platforms.Ecs;

/// <summary>The decision of <see cref="PlanReplacement"/>.</summary>
internal static class ReplacementPlanning
{
    public static Decision<Deployment, ShiftState> Decide(Deployment record, PlanReplacementInput input, EcsControllers controllers, DateTimeOffset now)
    {
        if (record.Outcome == DeploymentOutcome.Succeeded)
        {
            return Ended.Repeated(record);
        }

        if (Ending.Obstacle(record) is { } obstacle)
        {
            return Refusal.Of<ShiftState>(record, obstacle);
        }

        return record.Shift is not null ? new Decision<Deployment, ShiftState>(record, Planned(record)) : Plan(record, input, controllers, now);
    }

    private static Decision<Deployment, ShiftState> Plan(Deployment claimed, PlanReplacementInput input, EcsControllers controllers, DateTimeOffset now)
    {
        var (record, also) = NewTaskDefinition.Registered(claimed, input.Registered?.TaskDefinitionArn, now);
        var (plan, found) = (record.Service(), ServiceFound.Of(record.Service(), input));
        var faults = ServiceFaults.Of(plan, found, controllers);
        if (faults.Count > 0)
        {
            return Ending.StopAndRefuse<ShiftState>(claimed, StopCause.Failure, $"{plan.Service()} cannot be deployed to: {string.Join("; ", faults)}", now);
        }

        var production = Snapshot(plan.ProductionListener, found.Production!, found.Live);
        var test = plan.TestListener is { } listener ? Snapshot(listener, found.Test!, found.Live) : null;
        var replacement = ReplacementTaskSet.Parameters(record.DeploymentId, plan, found);
        var planned = record.Leased(now) with
        {
            Shift = new EcsShift(found.Replacement!, record.Plan.Alarms.Names, production, test, found.Primary?.TaskSetArn, replacement),
            Progress = new EcsProgress(found.Primary is { } primary ? [primary.Fact(TaskSetFact.Blue)] : []),
        };
        return new Decision<Deployment, ShiftState>(planned, Planned(planned)) { Also = [.. AlarmWatch.Add(planned), .. also] };
    }

    private static ListenerSnapshot Snapshot(string arn, ListenerAnswer listener, string? main) =>
        new(arn, ForwardAction.Read(listener.DefaultActions, main)!, listener.DefaultActions!);

    private static ShiftState Planned(Deployment record) => ShiftState.Of(record) with
    {
        Next = Branch.ReadAlarms,
        AlarmNames = StepAnswer.NamesToRead(record),
        Step = record.Step,
        Attempt = record.Attempt,
    };
}
