using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Histories;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>The strands below a Parallel or Map state. All succeed, or the first that fails ends the others.</summary>
internal abstract class FanOut(Visit visit, int count)
{
    private readonly Data[] outputs = new Data[count];
    private readonly List<Strand> running = [];
    private int left = count;
    private int last;

    protected Visit Visit => visit;

    protected int Started { get; private set; }

    protected int Running => running.Count;

    protected abstract EventType StartedEvent { get; }

    protected abstract EventType SucceededEvent { get; }

    protected abstract EventType FailedEvent { get; }

    protected abstract object? StartedDetails { get; }

    internal void Start()
    {
        visit.Strand.Log(StartedEvent, extra: StartedDetails);
        last = visit.Strand.LastEvent;
        if (left == 0)
        {
            Finish();
            return;
        }

        StartMore();
    }

    internal void Succeeded(Strand strand, Data output)
    {
        running.Remove(strand);
        outputs[strand.Index] = output;
        last = OnSucceeded(strand);
        visit.Strand.LastEvent = strand.LastEvent;
        left--;
        if (left == 0)
        {
            visit.Guard(Finish);
        }
        else
        {
            visit.Guard(StartMore);
        }
    }

    internal void Failed(Strand strand, Failure failure)
    {
        running.Remove(strand);
        visit.Strand.LastEvent = strand.LastEvent;
        OnFailed(strand, strand.LastEvent);
        strand.Abort(strand.LastEvent);
        visit.Fail(failure, FailedEvent);
    }

    /// <summary>Ends those that still run; told as a consequence of that event, if there is one.</summary>
    internal void Abort(int? because)
    {
        foreach (var strand in running.ToArray())
        {
            if (because is { } reason)
            {
                OnAborted(strand, reason);
            }

            strand.Abort(because);
        }

        running.Clear();
    }

    /// <summary>Starts strands as far as they may run now.</summary>
    protected abstract void StartMore();

    /// <returns>The event that tells of it.</returns>
    protected abstract int OnSucceeded(Strand strand);

    protected abstract void OnFailed(Strand strand, int because);

    protected abstract void OnAborted(Strand strand, int because);

    protected void Start(Strand strand, Definitions.State first, Data input)
    {
        Started++;
        running.Add(strand);
        strand.Continue(first, input);
    }

    // The state's exit follows from what led to its success, not from the success.
    private void Finish()
    {
        visit.Strand.LogBeside(SucceededEvent, last);
        visit.Strand.LastEvent = last;
        visit.Complete(visit.State.Output(visit, visit.Limited(new DataArray(outputs))), visit.State.Frame.Next);
    }
}
