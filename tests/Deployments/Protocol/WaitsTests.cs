using Sluice.Deployments.Model.Traffic;
using Sluice.Deployments.Protocol;
using Sluice.Deployments.Protocol.Steps;

namespace Sluice.Deployments.Tests.Protocol;

/// <summary>A step waits for its own time, or for that of its extension while that is the current wait.</summary>
public sealed class WaitsTests
{
    private static readonly Move _bake = new(MoveKind.Shift, "10 %", TrafficSplit.Split("1", "2", 10), 60, null);
    private static readonly Move _pause = _bake with { WaitSeconds = Move.PauseSeconds, Wait = WaitKind.Pause };
    private static readonly Move _hook = new(MoveKind.Hook, "BeforeAllowTraffic", null, 0, new HookPlan("BeforeAllowTraffic", "hook", 90));

    [Theory]
    [InlineData(1, 2, 7)]
    [InlineData(1, 1, 60)]
    [InlineData(2, 2, 60)]
    public void Only_the_current_waits_extension_counts(int step, int attempt, int seconds)
    {
        var record = Midway.Begun() with { Attempt = 2, Extended = new Extension(step, attempt, 1, 7) };

        Waits.Seconds(record, _bake).ShouldBe(seconds);
    }

    [Fact]
    public void A_hook_is_waited_for_as_long_as_it_may_take() => Waits.Seconds(Midway.Begun(), _hook).ShouldBe(90);

    [Fact]
    public void A_pause_that_is_extended_waits_for_time_alone()
    {
        (Waits.Kind(Midway.Begun(), _bake), Waits.Kind(Midway.Begun(), _pause)).ShouldBe((WaitKind.Bake, WaitKind.Pause));
        Waits.Kind(Midway.Begun() with { Extended = new Extension(1, 1, 1, 60) }, _pause).ShouldBe(WaitKind.Bake);
        Waits.Kind(Midway.Begun() with { Extended = new Extension(1, 1, 1, 60) }, _bake with { Wait = WaitKind.FinalBake }).ShouldBe(WaitKind.FinalBake);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 1)]
    public void Extensions_are_counted_by_step(int step, int count)
    {
        var extended = Waits.Extend(Midway.Begun() with { Attempt = 4, Extended = new Extension(step, 4, 2, 60) }, 30, Midway.Now);

        (extended.Attempt, extended.Extended).ShouldBe((5, new Extension(1, 5, count, 30)));
        extended.LeaseUntil.ShouldBeGreaterThan(Midway.Now.AddSeconds(30));
    }

    [Theory]
    [InlineData(4, 5)]
    [InlineData(3, 3)]
    public void A_repeated_wait_keeps_the_extension_that_it_repeats(int extended, int kept)
    {
        var repeated = Waits.Repeat(Midway.Begun() with { Attempt = 4, Extended = new Extension(1, extended, 1, 6000) }, _bake, Midway.Now);

        (repeated.Attempt, repeated.Extended!.Attempt).ShouldBe((5, kept));
        (repeated.LeaseUntil > Midway.Now.AddSeconds(6000)).ShouldBe(kept == 5);
    }
}
