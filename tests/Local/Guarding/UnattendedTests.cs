using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Guarding;

public sealed class UnattendedTests
{
    private readonly VirtualTime _time = new(DateTimeOffset.UnixEpoch);
    private readonly HeardFaults _faults = new();
    private readonly List<double> _at = [];

    private Unattended Guard => new(_faults, _time);

    [Fact]
    public void A_timer_whose_body_throws_is_told_and_rings_on()
    {
        _time.Run(async () =>
        {
            using var timer = Guard.Timer("The bell", Fail, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromSeconds(3.5), _time);
        });

        _at.ShouldBe([1, 2, 3]);
        _faults.Texts.ShouldBe(Enumerable.Repeat("The bell failed: broken. The rest goes on.", 3));
    }

    [Fact]
    public void A_loop_that_fails_begins_anew_later_each_time()
    {
        using var stop = new CancellationTokenSource();
        _time.Run(async () =>
        {
            var loop = Guard.LoopAsync("The loop", _ => FailAsync(), stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(100), _time);
            stop.Cancel();
            await loop;
        });

        _at.ShouldBe([0, 1, 3, 7, 15, 31, 61, 91]);
        _faults.Texts.Count.ShouldBe(8);
    }

    [Fact]
    public void A_loop_that_ran_long_before_it_failed_begins_anew_soon()
    {
        using var stop = new CancellationTokenSource();
        _time.Run(async () =>
        {
            var loop = Guard.LoopAsync("The loop", RunAMinuteAsync, stop.Token);
            await Task.Delay(TimeSpan.FromSeconds(125), _time);
            stop.Cancel();
            await loop;
        });

        _at.ShouldBe([60, 121]);

        async Task RunAMinuteAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), _time, cancellationToken);
            Fail();
        }
    }

    [Fact]
    public void A_loop_that_has_done_its_work_or_is_stopped_ends_without_a_word()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), _time);
        _time.Run(async () =>
        {
            await Guard.LoopAsync("The loop", _ => Task.CompletedTask, CancellationToken.None);
            await Guard.LoopAsync("The loop", stopped => Task.Delay(Timeout.InfiniteTimeSpan, _time, stopped), stop.Token);
        });

        _faults.Texts.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_begun_beside_a_caller_never_fails_it_and_is_told()
    {
        await Guard.Beside("The errand", () => throw new InvalidOperationException("at once"));
        await Guard.Start("The errand", async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        });

        _faults.Texts.ShouldBe(["The errand failed: at once. The rest goes on.", "The errand failed: later. The rest goes on."]);
    }

    [Fact]
    public void A_handler_that_throws_keeps_an_event_from_nobody()
    {
        var heard = new List<string>();
        Action<string> handlers = _ => Fail();
        handlers += heard.Add;

        Guard.Each("A watcher", handlers, "it happened");
        Guard.Each<string>("A watcher", null, "it happened");

        heard.ShouldBe(["it happened"]);
        _faults.Texts.ShouldBe(["A watcher failed: broken. The rest goes on."]);
    }

    private Task FailAsync()
    {
        Fail();
        return Task.CompletedTask;
    }

    private void Fail()
    {
        _at.Add((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds);
        throw new InvalidOperationException("broken");
    }
}
