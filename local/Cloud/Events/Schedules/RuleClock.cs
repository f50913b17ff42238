using Sluice.Local.Cloud.Events.Rules;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Events.Schedules;

/// <summary>Fires the rules that go by the clock. What would have been while nothing ran is not made up for.</summary>
internal sealed class RuleClock(RuleBook rules, EventRouter router, TimeProvider time, Unattended unattended) : IAsyncDisposable
{
    // Also a clock on the wall that was set is noticed by then.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _stop = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loop = Task.CompletedTask;

    /// <summary>Once.</summary>
    public void Start()
    {
        rules.Changed += () => Volatile.Read(ref _changed).TrySetResult();
        _loop = unattended.LoopAsync("The clock of rules", RunAsync, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }

        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        await Task.Yield();
        var since = time.GetUtcNow();
        while (!stop.IsCancellationRequested)
        {
            var changed = _changed.Task;

            // The clock may have been set back.
            since = time.GetUtcNow() is var now && now < since ? now : since;
            var due = Due(since).ToList();
            var pause = due.Count == 0 ? Timeout.InfiniteTimeSpan : due.Min(one => one.At) - time.GetUtcNow();
            if (due.Count == 0 || pause > TimeSpan.Zero)
            {
                await changed.WaitAsync(pause < Longest ? pause : Longest, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (changed.IsCompleted)
                {
                    Volatile.Write(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
                }

                continue;
            }

            // A machine that has slept fires each rule once.
            since = time.GetUtcNow();
            foreach (var (rule, at) in due.Where(one => one.At <= since))
            {
                router.Fire(rule, at);
            }
        }
    }

    private IEnumerable<(EventRule Rule, DateTimeOffset At)> Due(DateTimeOffset since) =>
        from rule in rules.Rules
        where rule is { Schedule: not null, IsEnabled: true }
        let at = ScheduleExpression.Read(rule.Schedule!)?.Next(rule.ScheduledFrom, since > rule.ScheduledFrom ? since : rule.ScheduledFrom)
        where at is not null
        select (rule, at.Value);
}
