namespace Sluice.Local.Host;

/// <summary>Says to the one that waits that there may be something to do. Raised many times before it is waited for, it is one; it begins raised, for what was there before.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _raised = New();

    public Signal() => Raise();

    public void Raise() => Volatile.Read(ref _raised).TrySetResult();

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var raised = _raised;
        using var cancelled = cancellationToken.UnsafeRegister(static (it, token) => ((TaskCompletionSource)it!).TrySetCanceled(token), raised);
        try
        {
            await raised.Task;
        }
        finally
        {
            // Before the waiter looks: what is raised from now on may be too late for that look.
            Volatile.Write(ref _raised, New());
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
