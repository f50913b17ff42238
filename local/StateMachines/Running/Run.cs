using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>
/// An execution as a pure function of its start and its journal: everything that happens in it follows from these, so that applying the same entries again
/// leads to the same states, events, tokens and pending calls. Not safe for more than one thread at a time.
/// </summary>
internal sealed class Run
{
    /// <summary>A clock that goes back by less is being adjusted, and the run's stands still meanwhile; by more, somebody has set it.</summary>
    internal static readonly TimeSpan Adjustment = TimeSpan.FromSeconds(1);

    private readonly Queue<Strand> ready = new();
    private readonly Dictionary<int, PendingCall> calls = [];
    private readonly Dictionary<int, PendingTimer> timers = [];
    private readonly Strand root;
    private int handles;

    internal Run(ExecutionStart start, IRunEffects effects)
    {
        Start = start;
        Effects = effects;
        Draws = new Draws(start.Seed);
        Now = start.Time;
        root = new Strand(this, start.Definition.Graph, null, 0, null);
    }

    internal ExecutionStart Start { get; }

    internal IRunEffects Effects { get; }

    internal Draws Draws { get; }

    internal HistoryLog Log { get; } = new();

    /// <summary>The time of the entry that is being applied.</summary>
    internal DateTimeOffset Now { get; private set; }

    internal int Transitions { get; set; }

    internal ExecutionStatus Status { get; private set; } = ExecutionStatus.Running;

    internal Data? Output { get; private set; }

    internal Failure? Failure { get; private set; }

    internal ExecutionResult Result => new(Status, Output, Failure?.Error, Failure?.Cause);

    internal DateTimeOffset? StopTime { get; private set; }

    internal IEnumerable<PendingCall> Calls => calls.Values.OrderBy(call => call.Handle);

    internal IEnumerable<PendingTimer> Timers => timers.Values.OrderBy(timer => timer.Handle);

    internal void Begin()
    {
        Effects.StatusChanged();
        Log.Add(EventType.ExecutionStarted, 0, Now, data: Start.Input);
        if (Start.Definition.TimeoutSeconds is { } seconds)
        {
            Arm(TimeSpan.FromSeconds(seconds), () => TimeOut(""));
        }

        root.Continue(Start.Definition.Graph.First, Start.Input);
        RunReady();
    }

    /// <summary>Whether an entry about this call or timer would still change anything.</summary>
    internal bool Awaits(JournalEntryKind kind, int handle) => kind switch
    {
        JournalEntryKind.Stopped => true,
        JournalEntryKind.TimerFired => timers.ContainsKey(handle),
        JournalEntryKind.CallSubmitted => calls.TryGetValue(handle, out var call) && call.IsJob && !call.Submitted,
        JournalEntryKind.CallReturned or JournalEntryKind.CallFailed => calls.TryGetValue(handle, out var call) && !call.Returned,
        _ => calls.TryGetValue(handle, out var call) && call.HasToken,
    };

    internal void Apply(JournalEntry entry)
    {
        if (Status != ExecutionStatus.Running || !Awaits(entry.Kind, entry.Handle))
        {
            return;
        }

        Now = entry.Time < Now && Now - entry.Time < Adjustment ? Now : entry.Time;
        try
        {
            Handle(entry);
        }
        catch (HistoryFullException)
        {
            EndFull();
        }

        RunReady();
    }

    internal int NextHandle() => ++handles;

    internal void Ready(Strand strand) => ready.Enqueue(strand);

    internal void Add(PendingCall call)
    {
        calls.Add(call.Handle, call);
        Effects.Call(call);
    }

    internal void Remove(PendingCall call, bool cancel)
    {
        if (calls.Remove(call.Handle) && cancel)
        {
            Effects.Cancel(call);
        }
    }

    /// <summary>Waits so long, whatever becomes of the clock.</summary>
    internal PendingTimer Arm(TimeSpan length, Action fired) => length < Left ? Arm(Now + length, length, fired) : ArmLast();

    /// <summary>Waits until the clock shows this.</summary>
    internal PendingTimer Arm(DateTimeOffset due, Action fired) => due - Now < Left ? Arm(due, null, fired) : ArmLast();

    internal void Disarm(PendingTimer timer)
    {
        if (timers.Remove(timer.Handle))
        {
            Effects.Disarm(timer);
        }
    }

    internal void Succeed(Data output)
    {
        Output = output;
        End(ExecutionStatus.Succeeded, EventType.ExecutionSucceeded, null);
    }

    internal void Fail(Failure failure) => End(ExecutionStatus.Failed, EventType.ExecutionFailed, failure);

    // Beyond the execution's longest time nothing is waited for but its end: a clock ends too.
    private TimeSpan Left => Limits.LongestExecution - (Now - Start.Time);

    internal string Token(int handle) => Tokens.Make(Start.Arn, handle, Draws);

    private PendingTimer ArmLast()
    {
        var left = Left > TimeSpan.Zero ? Left : TimeSpan.Zero;
        return Arm(Now + left, left, () => TimeOut($"The execution ran for {Limits.LongestExecution.TotalDays:0} days, which is the longest that one can."));
    }

    private void TimeOut(string cause) => End(ExecutionStatus.TimedOut, EventType.ExecutionTimedOut, new Failure(ErrorNames.Timeout, cause));

    private PendingTimer Arm(DateTimeOffset due, TimeSpan? length, Action fired)
    {
        var timer = new PendingTimer(NextHandle(), due, length, fired);
        timers.Add(timer.Handle, timer);
        Effects.Arm(timer);
        return timer;
    }

    private void Handle(JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalEntryKind.Stopped:
                End(ExecutionStatus.Aborted, EventType.ExecutionAborted, new Failure(entry.Error, entry.Cause));
                break;
            case JournalEntryKind.TimerFired:
                var timer = timers[entry.Handle];
                Disarm(timer);
                timer.Fire();
                break;
            default:
                calls[entry.Handle].Visit.Answered(entry);
                break;
        }
    }

    private void RunReady()
    {
        try
        {
            while (Status == ExecutionStatus.Running && ready.TryDequeue(out var strand))
            {
                strand.Advance();
            }
        }
        catch (HistoryFullException)
        {
            EndFull();
        }
    }

    private void EndFull()
    {
        root.LastEvent = Log.Count;
        End(
            ExecutionStatus.Failed,
            EventType.ExecutionFailed,
            new Failure(ErrorNames.Runtime, $"The execution reached the maximum number of history events ({Limits.HistoryEvents})."));
    }

    private void End(ExecutionStatus status, EventType type, Failure? failure)
    {
        Status = status;
        Failure = failure?.Told;
        StopTime = Now;
        root.Abort(because: null);
        foreach (var timer in timers.Values.ToArray())
        {
            Disarm(timer);
        }

        // What comes from outside follows from nothing in the execution.
        var previous = status is ExecutionStatus.Aborted or ExecutionStatus.TimedOut ? 0 : root.LastEvent;
        Log.AddLast(type, previous, Now, data: Output, extra: Failure);
        Effects.StatusChanged();
    }
}
