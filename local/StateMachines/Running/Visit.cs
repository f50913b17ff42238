using Sluice.Local.StateMachines.Definitions;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>One stay in a state, from its entry to its exit, with all its retries.</summary>
internal sealed class Visit(Strand strand, State state, Data input) : IStateScope
{
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

    /// <summary>The raw input.</summary>
    internal Data Input => input;

    public Draws Draws => Run.Draws;

    public Data Context => ContextObject.Of(Run.Start, state.Name, enteredTime, state.Kind.CanRetry ? retryCount : null, task?.Token, strand.MapItem);

    internal void Attempt() => Guard(() => state.Execute(this));

    /// <summary>Leaves the state.</summary>
    internal void Complete(Data output, string? next)
    {
        Limited(output);
        over = true;
        strand.Log(state.Kind.Exited, state.Name, output);
        strand.Continue(next, output);
    }

    /// <summary>The same value, if it is not too large.</summary>
    internal Data Limited(Data value) => value.Size <= Limits.PayloadBytes && value.Depth <= Limits.PayloadDepth
        ? value
        : throw new StateFailedException(TooLarge().Error, TooLarge().Cause);

    internal Failure TooLarge() => new(
        ErrorNames.DataLimitExceeded,
        $"The state/task '{state.Name}' returned a result with a size exceeding the maximum number of bytes service limit.");

    internal void WaitUntil(DateTimeOffset end, Action then)
    {
        if (end <= Run.Now)
        {
            then();
            return;
        }

        timer = Run.Arm(end, () => Guard(then));
    }

    internal void WaitFor(TimeSpan length, Action then)
    {
        if (length <= TimeSpan.Zero)
        {
            then();
            return;
        }

        timer = Run.Arm(length, () => Guard(then));
    }

    internal void ReserveCall(bool withToken) => task = new TaskVisit(this, withToken);

    internal void Call(TaskState called, Data parameters, int? timeout, int? heartbeat) => task!.Call(called, parameters, timeout, heartbeat);

    internal void Answered(JournalEntry entry) => Guard(() => task!.Answered(entry));

    internal void FanOut(FanOut children)
    {
        fanOut = children;
        children.Start();
    }

    /// <summary>Runs what may fail the state.</summary>
    internal void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (StateFailedException error)
        {
            Fail(error.Error, error.Cause);
        }
    }

    /// <summary>Retries, or goes where Catch says, or fails the strand.</summary>
    internal void Fail(string error, string cause)
    {
        Release(tell: true);
        if (TryRetry(error) || TryCatch(error, cause))
        {
            return;
        }

        over = true;
        strand.Fail(new Failure(error, error == ErrorNames.Runtime ? InState(cause) : cause));
    }

    internal void Abort(bool tell)
    {
        if (over)
        {
            return;
        }

        over = true;
        Release(tell);
        if (tell && state.Kind.Aborted is { } aborted)
        {
            strand.Log(aborted);
        }
    }

    private void Release(bool tell)
    {
        task?.Release();
        task = null;
        fanOut?.Abort(tell);
        fanOut = null;
        if (timer is not null)
        {
            Run.Disarm(timer);
            timer = null;
        }
    }

    private bool TryRetry(string error)
    {
        var retriers = state.Frame.Retriers;
        for (var i = 0; i < retriers.Count; i++)
        {
            if (retriers[i].Errors.Matches(error))
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

    private bool TryCatch(string error, string cause)
    {
        var catcher = state.Frame.Catchers.FirstOrDefault(each => each.Errors.Matches(error));
        if (catcher is null)
        {
            return false;
        }

        var told = new DataObject([new("Error", new DataString(error)), new("Cause", new DataString(cause))]);
        try
        {
            Complete(catcher.ResultPath.Combine(input, told), catcher.Next);
        }
        catch (StateFailedException second)
        {
            over = true;
            strand.Fail(new Failure(second.Error, second.Cause));
        }

        return true;
    }

    private string InState(string cause) =>
        cause.StartsWith("An error occurred while executing", StringComparison.Ordinal)
            ? cause
            : $"An error occurred while executing the state '{state.Name}' (entered at the event id #{entered}). {cause}";
}
