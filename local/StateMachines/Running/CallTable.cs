using Sluice.Local.StateMachines.Evaluation;
using Sluice.Local.StateMachines.Journaling;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Local.StateMachines.Values;

namespace Sluice.Local.StateMachines.Running;

/// <summary>The calls of one execution that are under way.</summary>
internal sealed class CallTable(ITaskServices services, PostEntry post)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, CancellationTokenSource> underWay = [];

    internal void Begin(PendingCall call)
    {
        var source = new CancellationTokenSource();
        lock (gate)
        {
            underWay.Add(call.Handle, source);
        }

        _ = InvokeAsync(call, source);
    }

    internal void Cancel(PendingCall call)
    {
        CancellationTokenSource? source;
        lock (gate)
        {
            underWay.Remove(call.Handle, out source);
        }

        source?.Cancel();
    }

    internal void CancelAll()
    {
        CancellationTokenSource[] sources;
        lock (gate)
        {
            sources = [.. underWay.Values];
            underWay.Clear();
        }

        foreach (var source in sources)
        {
            source.Cancel();
        }
    }

    private async Task InvokeAsync(PendingCall call, CancellationTokenSource source)
    {
        try
        {
            var made = call.Call with { Submitted = answer => post(JournalEntryKind.CallSubmitted, call.Handle, Data.From(answer), null, null, null) };
            var output = Data.From(await services.CallAsync(made, source.Token));
            post(JournalEntryKind.CallReturned, call.Handle, output, null, null, null);
        }
        catch (TaskFailedException error)
        {
            post(JournalEntryKind.CallFailed, call.Handle, null, error.Error, error.Cause, null);
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception error)
        {
            post(JournalEntryKind.CallFailed, call.Handle, null, ErrorNames.TaskFailed, $"{error.GetType().Name}: {error.Message}", null);
        }
        finally
        {
            lock (gate)
            {
                underWay.Remove(call.Handle);
            }
        }
    }
}
