using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;
using Sluice.Platform.Storage;

namespace Sluice.Local.StateMachines.Running;

/// <summary>
/// Drives a run: what comes from outside is journaled, then applied, one thing at a time; what the run asks for is done afterwards, in order and outside the lock. While the disk takes no writes the run stands still:
/// nothing follows from what is not on record.
/// </summary>
internal sealed class ExecutionDriver : IRunEffects
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly Run run;
    private readonly DriverPorts ports;
    private readonly EffectQueue effects;
    private readonly CallTable calls;
    private readonly TimerTable timers;
    private readonly TaskCompletionSource<ExecutionResult> completion;
    private readonly RunJournal journal;
    private long moment;
    private bool live;
    private bool broken;

    internal ExecutionDriver(ExecutionStart start, DriverPorts ports)
    {
        this.ports = ports;
        run = new Run(start, this);
        journal = new RunJournal(ports.Journal, run);

        completion = new(ports.Dispatcher.Completions);
        effects = new EffectQueue(ports.Dispatcher.Post, Later, MustWait);
        calls = new CallTable(ports.Services, Post);
        timers = new TimerTable(ports.Time, Post, Break);
    }

    internal ExecutionStart Start => run.Start;

    internal Task<ExecutionResult> Completion => completion.Task;

    internal T Read<T>(Func<Run, T> read)
    {
        lock (gate)
        {
            return read(run);
        }
    }

    /// <summary>Starts the execution; its start is in the journal.</summary>
    internal void Begin()
    {
        lock (gate)
        {
            live = true;
            moment = ports.Time.GetTimestamp();
            run.Begin();
        }

        effects.Flush();
    }

    /// <summary>Takes the execution to where it was. If it is wanted further, it can be answered from now on, and goes on with <see cref="GoOn"/>.</summary>
    internal void Replay(IReadOnlyList<JournalEntry> journaled, bool goOn)
    {
        lock (gate)
        {
            run.Begin();
            journal.Replay(journaled);
            live = goOn;
            if (!goOn)
            {
                completion.TrySetResult(run.Result);
                return;
            }

            ResumePending();
        }
    }

    /// <summary>Does what was under way when the last process ended.</summary>
    internal void GoOn() => effects.Flush();

    /// <summary>Journals and applies what came from outside.</summary>
    /// <returns>False if the run does not wait for it (any more).</returns>
    internal bool TryAccept(JournalEntryKind kind, int handle, Data? output = null, string? error = null, string? cause = null, DateTimeOffset? notBefore = null)
    {
        bool accepted;
        lock (gate)
        {
            moment = ports.Time.GetTimestamp();
            journal.CatchUp();
            accepted = !broken && run.Status == ExecutionStatus.Running && run.Awaits(kind, handle);
            if (accepted)
            {
                Record(number => new JournalEntry(number, Now(notBefore), kind, handle, output, error, cause));
            }
        }

        effects.Flush();
        return accepted;
    }

    private void Record(Func<int, JournalEntry> entry)
    {
        try
        {
            journal.Record(entry);
        }
        catch (Exception failure) when (!StorageFault.In(failure))
        {
            Break(failure);
            throw;
        }
    }

    /// <summary>Whether this is the token of a task that waits for it.</summary>
    internal bool IsToken(string token, int handle)
    {
        lock (gate)
        {
            return run.Awaits(JournalEntryKind.TaskSucceeded, handle) && Tokens.AreSame(token, run.Token(handle));
        }
    }

    void IRunEffects.Call(PendingCall call) => Do(() => Begin(call));

    void IRunEffects.Cancel(PendingCall call) => Do(() => calls.Cancel(call));

    void IRunEffects.Arm(PendingTimer timer)
    {
        var since = moment;
        Do(() => timers.Arm(timer, since, timer.Length ?? TimeSpan.Zero));
    }

    void IRunEffects.Disarm(PendingTimer timer) => Do(() => timers.Disarm(timer));

    void IRunEffects.Entered(string stateName, DateTimeOffset time)
    {
        if (live && ports.StateEntered() is { } observer)
        {
            effects.Add(() => observer(new StateEntry(Start.Arn, Start.MachineName, stateName, time)));
        }
    }

    void IRunEffects.StatusChanged()
    {
        if (!live)
        {
            return;
        }

        if (ports.StatusChanged() is { } observer)
        {
            var change = Change();
            effects.Add(() => observer(change));
        }

        if (run.Status != ExecutionStatus.Running)
        {
            effects.AddLast(Finish);
        }
    }

    // A timer of the platform may fire a little early. If the clock is further off, it was moved.
    private DateTimeOffset Now(DateTimeOffset? notBefore)
    {
        var now = ports.Time.GetUtcNow();
        return notBefore > now && notBefore - now < Run.Adjustment ? notBefore.Value : now;
    }

    private void Do(Action effect)
    {
        if (live)
        {
            effects.Add(effect);
        }
    }

    // What the run asked for may be over before it could be begun.
    private void Begin(PendingCall call)
    {
        if (Read(current => current.Awaits(JournalEntryKind.CallReturned, call.Handle)))
        {
            calls.Begin(call);
        }
    }

    private void ResumePending()
    {
        if (run.Status != ExecutionStatus.Running || journal.IsEmpty)
        {
            ((IRunEffects)this).StatusChanged();
        }

        // Time that no process saw is told by the clock only.
        var (now, since) = (ports.Time.GetUtcNow(), ports.Time.GetTimestamp());
        foreach (var timer in run.Timers)
        {
            var left = timer.Left(now);
            Do(() => timers.Arm(timer, since, left));
        }

        foreach (var call in run.Calls.Where(call => !call.Returned))
        {
            Do(() => Begin(call));
        }
    }

    // From a timer or a call: there is nobody to throw to, and nobody who would bring it again.
    private void Post(JournalEntryKind kind, int handle, Data? output, string? error, string? cause, DateTimeOffset? notBefore)
    {
        try
        {
            TryAccept(kind, handle, output, error, cause, notBefore);
        }
        catch (Exception failure)
        {
            if (MustWait(failure))
            {
                Later(() => Post(kind, handle, output, error, cause, notBefore));
            }
        }
    }

    private bool MustWait(Exception failure)
    {
        if (StorageFault.In(failure))
        {
            ports.Unrecorded(failure);
            return true;
        }

        Break(failure);
        return false;
    }

    private void Later(Action action) => GuardedTimer.Create(ports.Time, action, Break, Pause, Timeout.InfiniteTimeSpan);

    private void Finish()
    {
        ports.Journal.End(Start.Arn);
        ports.Ended(Start.Arn);
        timers.DisarmAll();
        completion.TrySetResult(run.Result);
    }

    private void Break(Exception error)
    {
        if (!broken)
        {
            ports.Broken(Start.Arn, error);
        }

        broken = true;
        effects.Clear();
        ports.Ended(Start.Arn);
        calls.CancelAll();
        timers.DisarmAll();
        completion.TrySetException(error);
    }

    private ExecutionStatusChange Change() => new(
        Start.Arn,
        Start.MachineName,
        Start.Name,
        run.Status,
        Start.Time,
        run.StopTime,
        Start.Input,
        run.Output,
        run.Failure?.Error,
        run.Failure?.Cause);
}
