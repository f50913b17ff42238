using System.Runtime.CompilerServices;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.StateMachines.Time;

public sealed class VirtualTimeTests
{
    private readonly VirtualTime time = new();

    [Fact]
    public void Five_minutes_pass_at_once()
    {
        var before = time.GetUtcNow();

        time.Run(() => Task.Delay(TimeSpan.FromMinutes(5), time));

        (time.GetUtcNow() - before).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Timers_fire_in_the_order_of_their_time_and_all_on_one_thread()
    {
        var thread = Environment.CurrentManagedThreadId;
        var seen = new List<string>();

        time.Run(async () =>
        {
            await Task.WhenAll(After(3, "c"), After(1, "a"), After(2, "b"), After(1, "a2"));
        });

        seen.ShouldBe(["a", "a2", "b", "c"]);

        async Task After(int seconds, string name)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time);
            Environment.CurrentManagedThreadId.ShouldBe(thread);
            seen.Add(name);
        }
    }

    [Fact]
    public void The_result_and_the_exception_of_the_body_come_back()
    {
        time.Run(() => Task.FromResult(7)).ShouldBe(7);
        Should.Throw<FormatException>(() => time.Run(async () =>
        {
            await Task.Yield();
            throw new FormatException();
        }));
    }

    [Fact]
    public void A_body_that_can_never_end_is_told_so()
    {
        var error = Should.Throw<InvalidOperationException>(() => time.Run(() => new TaskCompletionSource().Task));

        error.Message.ShouldContain("can never end");
    }

    [Fact]
    public void A_cancellation_source_ends_on_this_clock()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), time);

        time.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), time, source.Token);
            await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromSeconds(2), time, source.Token));
        });

        time.GetUtcNow().ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 3, TimeSpan.Zero));
    }

    [Fact]
    public void The_clock_on_the_wall_can_be_set_while_no_time_passes()
    {
        var fired = new List<long>();
        using var timer = time.CreateTimer(_ => fired.Add(time.GetTimestamp() / TimeSpan.TicksPerSecond), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        time.Advance(TimeSpan.FromSeconds(1));

        time.MoveWallClock(TimeSpan.FromHours(-1));
        time.Advance(TimeSpan.FromSeconds(9));

        fired.ShouldBe([5]);
        time.GetUtcNow().ShouldBe(new DateTimeOffset(2025, 12, 31, 23, 0, 10, TimeSpan.Zero));
        time.GetElapsedTime(0).ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Timers_that_came_due_while_all_was_frozen_fire_afterwards()
    {
        var fired = new List<TimeSpan>();
        using var timer = time.CreateTimer(_ => fired.Add(time.GetElapsedTime(0)), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

        time.Freeze(TimeSpan.FromMinutes(20));
        fired.ShouldBeEmpty();
        time.Advance(TimeSpan.Zero);

        fired.ShouldBe([TimeSpan.FromMinutes(20)]);
    }

    [Fact]
    public void A_periodic_timer_fires_each_period_and_no_more_once_disposed()
    {
        var ticks = 0;
        using (time.CreateTimer(_ => ticks++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)))
        {
            time.Advance(TimeSpan.FromSeconds(6));
        }

        time.Advance(TimeSpan.FromSeconds(6));

        ticks.ShouldBe(3);
        time.GetUtcNow().Second.ShouldBe(12);
    }

    [Fact]
    public void A_changed_timer_fires_at_its_new_time_only()
    {
        var fired = new List<int>();
        using var timer = time.CreateTimer(_ => fired.Add(time.GetUtcNow().Second), null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);

        timer.Change(TimeSpan.FromSeconds(4), Timeout.InfiniteTimeSpan);
        time.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe([4]);
    }

    [Fact]
    public void The_clock_stands_still_while_it_is_held()
    {
        var before = time.GetUtcNow();
        time.Run(async () =>
        {
            var later = Task.Delay(TimeSpan.FromHours(1), time);
            using (time.Hold())
            {
                await Task.Run(() => 1);
                time.GetUtcNow().ShouldBe(before);
            }

            await later;
        });

        (time.GetUtcNow() - before).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Timers_that_are_called_off_are_let_go_long_before_their_time()
    {
        var kept = Enumerable.Range(0, 1_000).Select(_ => CallOff()).ToList();

        GC.Collect();

        kept.Count(one => one.IsAlive).ShouldBeLessThan(200);
        time.Run(() => Task.Delay(TimeSpan.FromMinutes(5), time));
        time.GetUtcNow().TimeOfDay.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void Timers_that_stay_fire_in_their_order_whatever_is_called_off_between_them()
    {
        var seen = new List<int>();
        var timers = Enumerable.Range(0, 1_000).Select(n => time.CreateTimer(_ => seen.Add(n), null, TimeSpan.FromSeconds(1 + (n / 10)), Timeout.InfiniteTimeSpan)).ToList();
        foreach (var (_, timer) in timers.Index().Where(one => one.Index % 10 != 3))
        {
            timer.Dispose();
        }

        time.Advance(TimeSpan.FromMinutes(5));

        seen.ShouldBe(Enumerable.Range(0, 100).Select(n => (n * 10) + 3));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference CallOff()
    {
        var what = new object();
        time.CreateTimer(_ => what.ToString(), null, TimeSpan.FromDays(1), Timeout.InfiniteTimeSpan).Dispose();
        return new WeakReference(what);
    }
}
