using System.Collections.Immutable;
using Sluice.Local.Cloud.LoadBalancers.Storage;
using Sluice.Local.Cloud.LoadBalancers.Targets;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Cloud.LoadBalancers;

public sealed class TargetGroupTests
{
    private static readonly TargetAddress First = new("127.0.0.1", 1);
    private static readonly TargetAddress Second = new("127.0.0.1", 2);
    private readonly VirtualTime _time = new();
    private readonly ScriptedProbe _probe = new();

    [Fact]
    public void Targets_of_a_group_that_no_listener_uses_are_unused_and_not_checked() => _time.Run(async () =>
    {
        await using var group = Group();
        group.Register(First);

        await Task.Delay(TimeSpan.FromMinutes(1), _time);

        group.Targets.Single().Health.Reason.ShouldBe("Target.NotInUse");
        _probe.Count.ShouldBe(0);
        group.Take().ShouldBeNull();
    });

    [Fact]
    public void A_target_goes_from_initial_to_healthy_to_unhealthy_and_back() => _time.Run(async () =>
    {
        await using var group = Group();
        _probe.Result = ProbeResult.Failed;
        group.Use("balancer");
        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(4), _time);
        group.Targets.Single().Health.State.ShouldBe("initial");

        _probe.Result = ProbeResult.Passed;
        await Task.Delay(TimeSpan.FromSeconds(2), _time);
        group.Targets.Single().Health.State.ShouldBe("healthy");

        _probe.Result = ProbeResult.Timeout;
        await Task.Delay(TimeSpan.FromSeconds(21), _time);
        group.Targets.Single().Health.Reason.ShouldBe("Target.Timeout");

        _probe.Result = ProbeResult.Passed;
        await Task.Delay(TimeSpan.FromSeconds(51), _time);
        group.Targets.Single().Health.State.ShouldBe("healthy");
    });

    [Theory]
    [InlineData(-3600)]
    [InlineData(20 * 60)]
    public void A_new_target_is_given_its_time_wherever_the_clock_is_set(int moved) => _time.Run(async () =>
    {
        await using var group = Group();
        _probe.Result = ProbeResult.Failed;
        group.Use("balancer");
        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(4), _time);

        _time.MoveWallClock(TimeSpan.FromSeconds(moved));
        await Task.Delay(TimeSpan.FromSeconds(5), _time);
        group.Targets.Single().Health.State.ShouldBe("initial");
        await Task.Delay(TimeSpan.FromSeconds(12), _time);
        group.Targets.Single().Health.State.ShouldBe("unhealthy");
    });

    [Fact]
    public void Requests_go_to_healthy_targets_in_turn_and_to_all_when_none_is_healthy() => _time.Run(async () =>
    {
        await using var group = Group();
        group.Use("balancer");
        group.Register(First);
        group.Register(Second);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        Ports(group, 4).Order().ShouldBe([1, 1, 2, 2]);

        _probe.Failing = Second;
        await Task.Delay(TimeSpan.FromSeconds(25), _time);
        Ports(group, 4).ShouldBe([1, 1, 1, 1]);

        _probe.Result = ProbeResult.Failed;
        await Task.Delay(TimeSpan.FromSeconds(25), _time);
        group.Targets.ShouldAllBe(target => target.Health.State == "unhealthy");
        Ports(group, 4).Order().ShouldBe([1, 1, 2, 2]);
    });

    [Fact]
    public void A_deregistered_target_drains_until_its_last_request_ends() => _time.Run(async () =>
    {
        await using var group = Group();
        group.Use("balancer");
        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        var busy = group.Take()!;

        var drained = group.DeregisterAsync(First);
        await Task.Delay(TimeSpan.FromSeconds(10), _time);

        drained.IsCompleted.ShouldBeFalse();
        group.Targets.Single().Health.Reason.ShouldBe("Target.DeregistrationInProgress");
        group.Take().ShouldBeNull();
        busy.End();
        await drained;
        group.Targets.ShouldBeEmpty();
    });

    [Fact]
    public void A_request_that_does_not_end_is_waited_for_as_long_as_the_deregistration_delay() => _time.Run(async () =>
    {
        await using var group = Group();
        group.Use("balancer");
        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        group.Take();
        var started = _time.GetUtcNow();

        await group.DeregisterAsync(First);

        (_time.GetUtcNow() - started).ShouldBe(TimeSpan.FromSeconds(30));
    });

    [Fact]
    public void A_target_that_drains_and_is_registered_again_begins_anew() => _time.Run(async () =>
    {
        await using var group = Group();
        group.Use("balancer");
        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        var busy = group.Take()!;
        var drained = group.DeregisterAsync(First);

        group.Register(First);
        await Task.Delay(TimeSpan.FromSeconds(1), _time);
        busy.End();
        await drained;

        group.Targets.Single().Health.State.ShouldBe("healthy");
    });

    private static IReadOnlyList<int> Ports(TargetGroup group, int count) => [.. Enumerable.Range(0, count).Select(_ => group.Take()!.Address.Port)];

    private TargetGroup Group() => new(
        new TargetGroupRecord(
            "arn", "one", 80, null, new HealthCheck(IntervalSeconds: 10), ImmutableSortedDictionary<string, string>.Empty.Add(TargetGroupRecord.DelayAttribute, "30"), []),
        _probe,
        _time,
        Quiet.Unattended(_time));

    private sealed class ScriptedProbe : IHealthProbe
    {
        public ProbeResult Result { get; set; } = ProbeResult.Passed;

        public TargetAddress? Failing { get; set; }

        public int Count { get; private set; }

        public Task<ProbeResult> ProbeAsync(TargetAddress target, HealthCheck check, CancellationToken cancellationToken)
        {
            Count++;
            return Task.FromResult(target == Failing ? ProbeResult.Failed : Result);
        }
    }
}
