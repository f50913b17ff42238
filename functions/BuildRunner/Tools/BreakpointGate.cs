namespace Sluice.BuildRunner.Tools;

/// <summary>Where builds wait at breakpoints.</summary>
internal sealed class BreakpointGate
{
    private readonly Lock _lock = new();
    private readonly List<TaskCompletionSource> _waiting = [];

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Add(opened);
        }

        await opened.Task.WaitAsync(cancellationToken);
    }

    /// <returns>How many waited.</returns>
    public int Open()
    {
        lock (_lock)
        {
            var count = _waiting.Count;
            _waiting.ForEach(opened => opened.TrySetResult());
            _waiting.Clear();
            return count;
        }
    }
}
