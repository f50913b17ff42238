using Sluice.Local.Cloud.Processes;
using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>
/// What a process writes, request by request, with Lambda's own lines. What it has written for one request is read to its end before the next begins, so that nobody is given lines of another's request.
/// </summary>
/// <param name="write">Keeps a line.</param>
internal sealed class ProcessLog(LaunchSpec launch, Action<string> write, Unattended unattended, TimeProvider time)
{
    // The pipe of a process that has ended may be held by another: nobody waits for that.
    private static readonly TimeSpan ReadWithin = TimeSpan.FromSeconds(5);

    // Several files are read for it. Who asks for the log is told what it is now.
    private static readonly TimeSpan MeasuredEach = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LogTail _tail = new();
    private readonly long _started = time.GetTimestamp();
    private ChildProcess? _child;
    private TaskCompletionSource? _open;
    private TimeSpan? _start;
    private bool _isStarted;
    private int? _peak;
    private long _measured;

    /// <summary>Whose output it is; known before its first line.</summary>
    public void Belongs(ChildProcess child) => _child = child;

    public void Add(string line)
    {
        lock (_gate)
        {
            write(line);
            _tail.Add(line);
        }
    }

    /// <summary>The process asks for a request; how long the first one took is told with it.</summary>
    public void Started()
    {
        if (!_isStarted)
        {
            (_isStarted, _start) = (true, time.GetElapsedTime(_started));
        }
    }

    /// <summary>The process never will.</summary>
    /// <returns>What it has said.</returns>
    public async Task<string> NotStartedAsync(RuntimeFault fault)
    {
        await ReadAsync();
        Add(RequestLines.InitReport(time.GetElapsedTime(_started), fault));
        return Tail();
    }

    /// <summary>Waits until the log of the request before is whole.</summary>
    /// <param name="begin">Hands the process its request; false if it has ended.</param>
    public async Task<bool> BeginAsync(Invocation invocation, Func<bool> begin)
    {
        await ClosedAsync();
        if (invocation.Tail)
        {
            // What it has written since its last answer is nobody's.
            await ReadAsync();
        }

        return Begun(invocation, begin);
    }

    /// <summary>Completes when the log of the last request that was begun is whole.</summary>
    public Task ClosedAsync() => _open?.Task ?? Task.CompletedTask;

    /// <summary>Only who asked for the log waits until all of it is there.</summary>
    public async Task<InvocationAnswer> EndAsync(Invocation invocation, InvocationAnswer answer, TimeSpan took)
    {
        string? tail = null;
        var ending = unattended.Beside($"The log of {launch.FunctionName}", async () =>
        {
            try
            {
                tail = await CloseAsync(invocation, answer.Fault, took);
            }
            finally
            {
                _open!.SetResult();
            }
        });
        if (!invocation.Tail)
        {
            return answer;
        }

        await ending;
        return answer with { LogTail = tail };
    }

    /// <summary>Looks how much memory it has had, which nobody can tell of a process that has ended.</summary>
    public void Measure()
    {
        _measured = time.GetTimestamp();
        _peak = (_child!.Exited.IsCompleted ? null : MemoryPeak.Of(_child.Pid)) ?? _peak;
    }

    private bool Begun(Invocation invocation, Func<bool> begin)
    {
        lock (_gate)
        {
            if (!begin())
            {
                return false;
            }

            _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _tail.Clear();
            Add(RequestLines.Start(invocation.RequestId, launch.Version.Version));
            return true;
        }
    }

    private async Task<string> CloseAsync(Invocation invocation, RuntimeFault? fault, TimeSpan took)
    {
        await ReadAsync();
        if (invocation.Tail || _peak is null || time.GetElapsedTime(_measured) > MeasuredEach)
        {
            Measure();
        }

        foreach (var line in RequestLines.Of(fault, invocation.RequestId, time.GetUtcNow()))
        {
            Add(line);
        }

        Add(RequestLines.End(invocation.RequestId));
        Add(RequestLines.Report(invocation.RequestId, took, launch.Version.Configuration.MemorySize, _peak, _start, fault));
        _start = null;
        return Tail();
    }

    private string Tail()
    {
        lock (_gate)
        {
            return _tail.ToString();
        }
    }

    private async Task ReadAsync() => await _child!.OutputSoFarAsync().WaitAsync(ReadWithin, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
