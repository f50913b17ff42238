using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Platforms.Ecs;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Tests.World;

namespace Sluice.Deployments.Tests.Platforms.Ecs;

/// <summary>A replacement that is not healthy by its deadline fails, and the message says what was seen of it.</summary>
public sealed class EcsJudgeTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Move _install = new(MoveKind.Install, "Install", null, 0, null) { DeadlineSeconds = 60 };

    [Fact]
    public void A_task_set_that_ECS_does_not_know() => Why(null).ShouldEndWith("ECS does not know it; no target is registered");

    [Fact]
    public void A_task_set_whose_tasks_do_not_run() => Why(new TaskSetAnswer("arn/1", "1", "d-000000001", "ACTIVE") { ComputedDesiredCount = 2, PendingCount = 2, StabilityStatus = "STABILIZING" })
        .ShouldEndWith("0 of 2 tasks run, 2 are starting, it is STABILIZING; no target is registered; the service's events (DescribeServices) tell how its tasks started and ended");

    private static string Why(TaskSetAnswer? set)
    {
        var record = new Deployment("d-000000001", null, new EcsRelease().Plan(), _now)
        {
            Attempt = 7,
            Shift = new EcsShift("green", [], new ListenerSnapshot("arn", TrafficSplit.All("blue"), []), null, "arn/original", []),
        };
        var reading = EcsJudge.Of(record, _install, new EcsFound(null, new TaskSetsAnswer(set is null ? [] : [set]), null));
        reading.Finding.ShouldBe(Finding.TooLate);
        reading.Why.ShouldNotBeNull().ShouldStartWith("the replacement task set was not steady and healthy within 60 s: ");
        return reading.Why;
    }
}
