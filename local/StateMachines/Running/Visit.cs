using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>One stay in a state, from its entry to its exit, with all its retries.</summary>
internal sealed class Visit(Strand strand, State state, Data input) : IVisit
{
    private readonly StateEvents events = StateEvents.Of(state.Kind);
    private readonly int entered = strand.LastEvent;
    private readonly DateTimeOffset enteredTime = strand.Run.Now;
    private int[]? attempts;
    private int retryCount;
    private bool over;
    private TaskVisit? task;
    private FanOut? fanOut;
    private PendingTimer? timer;

    internal Run Run => strand.Run;

    internal Strand Strand => strand;

    internal State State => state;

    public Data Input => input;

    public DateTimeOffset Now => Run.Now;

    public Draws Draws => Run.Draws;

    public Data Context => ContextObject.Of(Run.Start, state.Name, enteredTime, state.CanRetry ? retryCount : null, task?.Token, strand.MapItem);

    internal void Attempt() => Guard(() => state.Execute(this));

    public void Complete(Data output, string? next)
    {
        Limited(output);
        over = true;
        strand.Log(events.Exited!.Value, state.Name, output);
        strand.Continue(next, output);
    }

    public Data Limited(Data value) => value.Size <= Limits.PayloadBytes && value.Depth <= Limits.PayloadDepth
        ? value
        : throw new StateFailedException(TooLarge(state.Name));

    internal static Failure TooLarge(string what, FailureKind kind = FailureKind.Plain) => new(
        ErrorNames.DataLimitExceeded,
        $"The state/task '{what}' returned a result with a size exceeding the maximum number of bytes service limit.",
        kind);

    public void WaitUntil(DateTimeOffset end, Action then)
    {
        if (end <= Run.Now)
        {
            then();
            return;
        }

        timer = Run.Arm(end, () => Guard(then));
    }

    public void WaitFor(TimeSpan length, Action then)
    {
        if (length <= TimeSpan.Zero)
        {
            then();
            return;
        }

        timer = Run.Arm(length, () => Guard(then));
    }

    public void ReserveCall(bool withToken) => task = new TaskVisit(this, withToken);

    public void Call(TaskState called, Data parameters, int? timeout, int? heartbeat) => task!.Call(called, parameters, timeout, heartbeat);

    internal void Answered(JournalEntry entry) => Guard(() => task!.Answered(entry));

    public void Branch(ParallelState state, Data input) => Start(new ParallelFanOut(this, state, input));

    public void Iterate(MapState state, Data input, DataArray items, int width) => Start(new MapFanOut(this, state, input, items, width));

    /// <summary>Runs what may fail the state.</summary>
    internal void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (StateFailedException error)
        {
            Fail(error.Failure);
        }
    }

    public void Fail(Failure failure) => Fail(failure, giveUp: null);

    /// <summary>Retries, or goes where Catch says, or fails the strand.</summary>
    /// <param name="failure">What happened.</param>
    /// <param name="giveUp">The event that says so, if nothing is tried again.</param>
    internal void Fail(Failure failure, EventType? giveUp)
    {
        Release(strand.LastEvent);
        if (TryRetry(failure))
        {
            return;
        }

        if (giveUp is { } told)
        {
            strand.Log(told);
        }

        if (!TryCatch(failure))
        {
            strand.Fail(failure.Error == ErrorNames.Runtime ? failure with { Cause = InState(failure.Cause) } : failure);
        }
    }

    /// <summary>Ends what is under way; told as a consequence of that event, if there is one.</summary>
    internal void Abort(int? because)
    {
        if (over)
        {
            return;
        }

        over = true;
        if (because is { } reason && events.Aborted is { } aborted)
        {
            strand.LogBeside(aborted, reason);
        }

        Release(because);
    }

    private void Start(FanOut children)
    {
        fanOut = children;
        children.Start();
    }

    private void Release(int? because)
    {
        task?.Release();
        task = null;
        fanOut?.Abort(because);
        fanOut = null;
        if (timer is not null)
        {
            Run.Disarm(timer);
            timer = null;
        }
    }

    private bool TryRetry(Failure failure)
    {
        var retriers = state.Frame.Retriers;
        for (var i = 0; i < retriers.Count; i++)
        {
            if (retriers[i].Errors.Matches(failure))
            {
                attempts ??= new int[retriers.Count];
                return attempts[i] < retriers[i].MaxAttempts && Retry(retriers[i].Delay(attempts[i]++, Draws));
            }
        }

        return false;
    }

    private bool Retry(TimeSpan delay)
    {
        timer = Run.Arm(delay, () =>
        {
            retryCount++;
            Run.Transitions++;
            Attempt();
        });
        return true;
    }

    private bool TryCatch(Failure failure)
    {
        var catcher = state.Frame.Catchers.FirstOrDefault(each => each.Errors.Matches(failure));
        if (catcher is null)
        {
            return false;
        }

        try
        {
            Complete(catcher.ResultPath.Combine(input, new DataObject([new("Error", TextOrNull(failure.Error)), new("Cause", TextOrNull(failure.Cause))])), catcher.Next);
        }
        catch (StateFailedException second)
        {
            strand.Fail(second.Failure);
        }

        return true;
    }

    private static Data TextOrNull(string? text) => text is null ? DataNull.Value : new DataString(text);

    private string InState(string? cause) =>
        cause?.StartsWith("An error occurred while executing", StringComparison.Ordinal) == true
            ? cause
            : $"An error occurred while executing the state '{state.Name}' (entered at the event id #{entered}). {cause}";
}
