using System.Diagnostics.CodeAnalysis;

namespace Sluice.Local.StateMachines.Time;

/// <summary>
/// A clock that stands still while there is something to run and jumps to the next timer when there is not, so that a wait of five minutes takes no time.
/// Everything inside <see cref="Run(Func{Task})"/> happens on the calling thread, in the same order each time.
/// </summary>
public sealed class VirtualTime : TimeProvider, IDispatcher
{
    /// <summary>How long, in real time, a pump with nothing to do waits for a foreign thread before it says that the body can never end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>So many entries out of date are not worth a sweep.</summary>
    private const int Few = 64;

    private readonly object gate = new();
    private readonly PriorityQueue<VirtualTimer, (long Due, long Order)> timers = new();
    private readonly Queue<Action> runnable = new();
    private readonly DateTimeOffset start;
    private long elapsed;
    private long moved;
    private long order;
    private int stale;
    private int holds;
    private bool arrived;

    /// <summary>A clock that starts on 2026-01-01T00:00:00Z.</summary>
    public VirtualTime()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that starts at this time.</summary>
    public VirtualTime(DateTimeOffset start) => this.start = start.ToUniversalTime();

    TaskCreationOptions IDispatcher.Completions => TaskCreationOptions.None;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start.AddTicks(Volatile.Read(ref elapsed) + Volatile.Read(ref moved));

    /// <inheritdoc/>
    public override long GetTimestamp() => Volatile.Read(ref elapsed);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Runs the body to its end and rethrows its exception.</summary>
    /// <exception cref="InvalidOperationException">The body waits for something that no timer and no thread will bring.</exception>
    public void Run(Func<Task> body) => Run(async () =>
    {
        await body();
        return true;
    });

    /// <summary>Runs the body to its end and returns its result.</summary>
    /// <exception cref="InvalidOperationException">The body waits for something that no timer and no thread will bring.</exception>
    public T Run<T>(Func<Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var previous = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new VirtualTimeContext(this));
        try
        {
            var task = body();
            Pump(task);
            return task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(previous);
        }
    }

    /// <summary>Moves the clock on by hand: timers fire in their order, each at its own time, and what is runnable runs before and after each.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = GetTimestamp() + by.Ticks;
        do
        {
            RunAll();
        }
        while (TryFireNext(end));
        Volatile.Write(ref elapsed, Math.Max(end, GetTimestamp()));
    }

    /// <summary>
    /// Sets the clock on the wall by so much, back if it is negative, while no time passes: what a person or NTP does, and what a sleep does to a process, whose timers and timestamps stand still meanwhile.
    /// </summary>
    public void MoveWallClock(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);

    /// <summary>Time passes and no timer fires, as for a process that is stopped; those that are due fire afterwards.</summary>
    public void Freeze(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref elapsed, by.Ticks);
    }

    /// <summary>Keeps the clock where it is until disposed, because real work that it cannot see is going on.</summary>
    public IDisposable Hold()
    {
        Interlocked.Increment(ref holds);
        return new VirtualTimeHold(Release);
    }

    void IDispatcher.Post(Action work) => Post(work);

    /// <summary>Runs this on the pump's thread, after what already waits there.</summary>
    internal void Post(Action action)
    {
        lock (gate)
        {
            runnable.Enqueue(action);
            Wake();
        }
    }

    internal void Schedule(VirtualTimer timer, long ticks)
    {
        lock (gate)
        {
            var due = elapsed + ticks;
            timers.Enqueue(timer, (due, order++));
            timer.Due = due;
            Wake();
        }
    }

    /// <summary>Its entry in the queue is out of date from now on.</summary>
    internal void Unschedule(VirtualTimer timer)
    {
        lock (gate)
        {
            if (timer.Due != VirtualTimer.Never)
            {
                timer.Due = VirtualTimer.Never;
                stale++;
                LetGo();
            }
        }
    }

    // A timeout is mostly set for later than the time that is ever reached: its entry would keep the execution that set it for ever.
    private void LetGo()
    {
        if (stale > Few && stale > timers.Count / 2)
        {
            var live = timers.UnorderedItems.Where(entry => entry.Element.Due == entry.Priority.Due).ToArray();
            timers.Clear();
            timers.EnqueueRange(live);
            stale = 0;
        }
    }

    private void Release()
    {
        Interlocked.Decrement(ref holds);
        Arrived();
    }

    private void Arrived()
    {
        lock (gate)
        {
            Wake();
        }
    }

    private void Wake()
    {
        arrived = true;
        Monitor.PulseAll(gate);
    }

    private void Pump(Task body)
    {
#pragma warning disable RS0030 // It only wakes the one that waits for the body, and hears of its fault there.
        _ = body.ContinueWith(_ => Arrived(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
#pragma warning restore RS0030
        while (!body.IsCompleted)
        {
            arrived = false;
            if (RunAll() || (Volatile.Read(ref holds) == 0 && TryFireNext(long.MaxValue)) || body.IsCompleted)
            {
                continue;
            }

            AwaitForeignThread();
        }
    }

    private void AwaitForeignThread()
    {
        lock (gate)
        {
            while (!arrived)
            {
                if (!Monitor.Wait(gate, Grace) && !arrived && holds == 0)
                {
                    throw new InvalidOperationException(
                        $"The body can never end: at {GetUtcNow():O} nothing is left to run and no timer is set. It waits for a task that nobody completes.");
                }
            }
        }
    }

    private bool RunAll()
    {
        var ran = false;
        while (TryTake(out var action))
        {
            action();
            ran = true;
        }

        return ran;
    }

    private bool TryTake([NotNullWhen(true)] out Action? action)
    {
        lock (gate)
        {
            return runnable.TryDequeue(out action);
        }
    }

    private bool TryFireNext(long until)
    {
        VirtualTimer? next;
        lock (gate)
        {
            while (timers.TryPeek(out next, out var at) && (next.Due != at.Due || at.Due > until))
            {
                if (next.Due == at.Due)
                {
                    return false;
                }

                timers.Dequeue();
                stale = Math.Max(0, stale - 1);
            }

            if (next is null || !timers.TryDequeue(out next, out var due))
            {
                return false;
            }

            next.Due = VirtualTimer.Never;
            elapsed = Math.Max(elapsed, due.Due);
        }

        next.Fire();
        return true;
    }
}
