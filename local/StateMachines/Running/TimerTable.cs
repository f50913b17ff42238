using Sluice.Local.Guarding;

namespace Sluice.Local.StateMachines.Running;

/// <summary>The armed timers of one execution.</summary>
internal sealed class TimerTable(TimeProvider time, PostEntry post, Action<Exception> failed)
{
    /// <summary>A timer of the platform cannot run longer than 49 days; a longer wait is made of several.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

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

    internal void Arm(PendingTimer pending)
    {
        lock (gate)
        {
            if (!over)
            {
                Disarm(pending);
                armed[pending.Handle] = GuardedTimer.Create(time, () => Fire(pending), failed, Left(pending), Timeout.InfiniteTimeSpan);
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

    private void Fire(PendingTimer pending)
    {
        if (Left(pending) > TimeSpan.FromMilliseconds(50))
        {
            Arm(pending);
            return;
        }

        post(JournalEntryKind.TimerFired, pending.Handle, null, null, null, pending.Due);
    }

    private TimeSpan Left(PendingTimer pending)
    {
        var left = pending.Due - time.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest;
    }
}
