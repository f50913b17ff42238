using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Journaling;

namespace Sluice.Local.StateMachines.Running;

/// <summary>
/// The armed timers of one execution. A duration is counted by a clock that nobody can move; an instant is when the clock on the wall shows it, so that is looked at again and again.
/// </summary>
internal sealed class TimerTable(TimeProvider time, PostEntry post, Action<Exception> failed)
{
    /// <summary>A timer of the platform cannot run longer than 49 days; a longer wait is made of several.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>How late a timer may notice that the clock was set forward.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<int, ITimer> armed = [];
    private bool over;

    internal void DisarmAll()
    {
        lock (gate)
        {
            over = true;
            foreach (var timer in armed.Values)
            {
                timer.Dispose();
            }

            armed.Clear();
        }
    }

    /// <param name="pending">The timer.</param>
    /// <param name="since">When it began to run, as a timestamp.</param>
    /// <param name="left">What was left of it then; not looked at if it waits for an instant.</param>
    internal void Arm(PendingTimer pending, long since, TimeSpan left)
    {
        lock (gate)
        {
            if (!over)
            {
                Disarm(pending);
                armed[pending.Handle] = GuardedTimer.Create(time, () => Fire(pending, since, left), failed, Pause(pending, since, left), Timeout.InfiniteTimeSpan);
            }
        }
    }

    internal void Disarm(PendingTimer pending)
    {
        lock (gate)
        {
            if (armed.Remove(pending.Handle, out var timer))
            {
                timer.Dispose();
            }
        }
    }

    private void Fire(PendingTimer pending, long since, TimeSpan left)
    {
        if (Left(pending, since, left) > TimeSpan.FromMilliseconds(50))
        {
            GoOn(pending, since, left);
            return;
        }

        post(JournalEntryKind.TimerFired, pending.Handle, null, null, null, pending.Due);
    }

    // It may have been disarmed meanwhile.
    private void GoOn(PendingTimer pending, long since, TimeSpan left)
    {
        lock (gate)
        {
            if (armed.TryGetValue(pending.Handle, out var timer))
            {
                timer.Change(Pause(pending, since, left), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan Pause(PendingTimer pending, long since, TimeSpan left)
    {
        var (pause, longest) = (Left(pending, since, left), pending.Length is null ? Look : Longest);
        return pause <= TimeSpan.Zero ? TimeSpan.Zero : pause < longest ? pause : longest;
    }

    private TimeSpan Left(PendingTimer pending, long since, TimeSpan left) =>
        pending.Length is null ? pending.Left(time.GetUtcNow()) : left - time.GetElapsedTime(since);
}
