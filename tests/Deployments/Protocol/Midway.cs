using Sluice.Deployments.Alarms;
using Sluice.Deployments.Model.Alarms;
using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Lambda;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A canary of a function in the middle: version 2 gets 10 % and then 50 %, each for a minute, beside version 1 and one alarm.</summary>
internal static class Midway
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly AlarmsAnswer Quiet = Alarms("OK");

    public static AlarmsAnswer Alarms(string state) => new([new AlarmDescription("errors", state, "2 > 1")], null);

    /// <summary>Before its first step.</summary>
    public static Deployment Planned()
    {
        var plan = new DeploymentPlan([], [new TrafficStep(10, 60), new TrafficStep(50, 60)], new AlarmPolicy(["errors"]), RollbackPolicy.Always)
        {
            Target = new LambdaPlan("fn", "live", null, [FunctionWork.Check("fn", "2")]),
        };
        return new Deployment("d-000000001", null, plan, Now) { Status = DeploymentStatus.InProgress, Shift = new Shift("2", TrafficSplit.All("1"), ["errors"], null) };
    }

    /// <summary>The first step is decided, and its traffic is to be set.</summary>
    public static Deployment Begun() => Planned() with
    {
        Step = 1,
        Attempt = 1,
        Intent = new TrafficIntent(1, TrafficSplit.Split("1", "2", 10), TrafficSplit.All("1"), 0),
        History = [new StepRecord(1, "10 %", Now, null)],
    };

    /// <summary>The first step's traffic was seen to be set, and is watched.</summary>
    public static Deployment Watched() => Begun() with
    {
        Known = new KnownTraffic(1, "revision"),
        Reached = 1,
        Parked = new ParkedWait(WaitKind.Bake, 1, 1, 0, "token"),
    };
}
