namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>
/// The processes of one version. A request takes a free one; if there is none another starts, up to the limit, and then requests wait for whichever is free first.
/// </summary>
internal sealed class VersionPool(LaunchSpec launch, FunctionHost host, PoolLimits limits) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<FunctionProcess> _live = [];
    private readonly HashSet<FunctionProcess> _starts = [];
    private readonly List<IdleProcess> _idle = [];
    private readonly LinkedList<TaskCompletionSource<FunctionProcess>> _waiting = new();
    private readonly HashSet<Task> _lives = [];
    private int _slots;
    private int _starting;
    private bool _retired;
    private bool _closed;

    public LaunchSpec Launch => launch;

    /// <summary>Starts a process and keeps it for the first request.</summary>
    /// <returns>Null if it asked for a request in time; else why it did not.</returns>
    public Task<InitialisationFault?> InitialiseAsync()
    {
        lock (_gate)
        {
            return _closed ? Task.FromResult<InitialisationFault?>(Closed().Fault) : Start();
        }
    }

    /// <exception cref="StateMachines.Tasks.TaskFailedException">TooManyRequestsException: no process was free in time.</exception>
    public async Task<InvocationAnswer> InvokeAsync(Func<Invocation> request)
    {
        try
        {
            while (true)
            {
                var process = await RentAsync();
                if (await process.RunAsync(request(), launch.Timeout) is { } answer)
                {
                    return answer;
                }
            }
        }
        catch (InitialisationFailedException e)
        {
            return e.Fault.Answers(request(), launch.Version);
        }
    }

    /// <summary>Ends processes that nobody has needed for a while.</summary>
    /// <param name="kept">How many stay however long they wait.</param>
    public void Sweep(int kept)
    {
        List<FunctionProcess> ended = [];
        lock (_gate)
        {
            while (_idle.Count > 0 && _slots - ended.Count > kept && host.Time.GetElapsedTime(_idle[0].Since) >= limits.Idle)
            {
                ended.Add(_idle[0].Process);
                _idle.RemoveAt(0);
            }
        }

        Stop(ended);
    }

    /// <summary>No more requests are to come: each process ends as soon as it has nothing to do.</summary>
    /// <returns>Whether there is none any more.</returns>
    public bool Retire()
    {
        List<FunctionProcess> ended;
        lock (_gate)
        {
            _retired = true;
            ended = [.. _idle.Select(idle => idle.Process)];
            _idle.Clear();
        }

        Stop(ended);
        lock (_gate)
        {
            return _slots == 0 && _waiting.Count == 0;
        }
    }

    /// <summary>No more requests are taken, and what waits for a process is refused. What is under way is answered, if it is in time; who has nothing to do is asked to end at once.</summary>
    /// <param name="drain">The time for what is under way.</param>
    public async Task StopAsync(TimeSpan drain)
    {
        Task[] lives;
        lock (_gate)
        {
            _closed = true;
            lives = [.. _lives];
            Stop([.. _idle.Select(idle => idle.Process), .. _starts]);
            _idle.Clear();
            foreach (var waiter in _waiting)
            {
                waiter.TrySetException(Closed());
            }

            _waiting.Clear();
        }

        // Real processes, whatever clock the suite goes by.
        await Task.WhenAll(lives).WaitAsync(drain, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await EndAsync(lives);
    }

    public ValueTask DisposeAsync() => new(StopAsync(TimeSpan.Zero));

    private async Task EndAsync(Task[] lives)
    {
        lock (_gate)
        {
            Stop(_live);
        }

        await Task.WhenAll(lives);
    }

    private static InitialisationFailedException Closed() => new(InitialisationFault.Of(RuntimeFault.Exited, "The function was changed or stopped."));

    /// <summary>Nobody waits for it: each is in a life of its own.</summary>
    private void Stop(IEnumerable<FunctionProcess> processes)
    {
        foreach (var process in processes)
        {
            _ = host.Unattended.Start($"The end of a process of {launch.FunctionName}", process.StopAsync);
        }
    }

    private async Task<FunctionProcess> RentAsync()
    {
        TaskCompletionSource<FunctionProcess> waiter;
        lock (_gate)
        {
            if (_idle.Count > 0)
            {
                // The one used last, so that the others get the chance to end.
                var idle = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
                return idle.Process;
            }

            if (_closed)
            {
                throw Closed();
            }

            waiter = new TaskCompletionSource<FunctionProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.AddLast(waiter);
            StartIfNeeded();
        }

        return await WaitAsync(waiter);
    }

    private async Task<FunctionProcess> WaitAsync(TaskCompletionSource<FunctionProcess> waiter)
    {
        while (true)
        {
            try
            {
                return await waiter.Task.WaitAsync(limits.Queue, host.Time);
            }
            catch (TimeoutException) when (!waiter.Task.IsFaulted)
            {
                if (IsHopeless(waiter))
                {
                    throw LambdaErrors.TooManyRequests();
                }
            }
        }
    }

    /// <summary>Takes the request from the queue, unless it has been served by now or a process starts that may serve it: that is over in bounded time.</summary>
    private bool IsHopeless(TaskCompletionSource<FunctionProcess> waiter)
    {
        lock (_gate)
        {
            return _starting == 0 && _waiting.Remove(waiter);
        }
    }

    /// <summary>One start for each request that waits, up to the limit. Under the gate.</summary>
    private void StartIfNeeded()
    {
        while (!_closed && _starting < _waiting.Count && _slots < limits.Processes)
        {
            _ = Start();
        }
    }

    /// <summary>Under the gate.</summary>
    private Task<InitialisationFault?> Start()
    {
        _slots++;
        _starting++;
        var initialised = new TaskCompletionSource<InitialisationFault?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var life = host.Unattended.Start($"A process of {launch.FunctionName}", () => LiveAsync(initialised));
        _lives.RemoveWhere(ended => ended.IsCompleted);
        _lives.Add(life);
        return initialised.Task;
    }

    /// <summary>A process from its start to its end.</summary>
    private async Task LiveAsync(TaskCompletionSource<InitialisationFault?> initialised)
    {
        var (process, fault) = await StartedAsync(limits.Initialisation);
        if (fault is { IsSlow: true } && process is not null)
        {
            // As Lambda does: once more, in the time that the function has.
            await EndAsync(process, now: true);
            (process, fault) = await StartedAsync(launch.Timeout);
        }

        Initialised(fault);
        initialised.SetResult(fault);
        try
        {
            if (process is not null)
            {
                await EndAsync(process, fault is not null);
            }
        }
        finally
        {
            Release();
        }
    }

    private async Task<(FunctionProcess? Process, InitialisationFault? Fault)> StartedAsync(TimeSpan limit)
    {
        FunctionProcess? process = null;
        try
        {
            process = await FunctionProcess.StartAsync(launch, host, Ready);
            Add(process);
            return (process, await process.InitialisedWithinAsync(limit));
        }
        catch (Exception e)
        {
            // Whatever it was, requests that wait for this process must hear of it.
            return (process, InitialisationFault.Of(RuntimeFault.Exited, $"The process was not started: {e.Message}"));
        }
    }

    private void Add(FunctionProcess process)
    {
        lock (_gate)
        {
            _live.Add(process);
            _starts.Add(process);
            if (_closed)
            {
                Stop([process]);
            }
        }
    }

    private void Initialised(InitialisationFault? fault)
    {
        lock (_gate)
        {
            _starting--;
            if (fault is not null && _waiting.First is { } waiter)
            {
                _waiting.RemoveFirst();
                waiter.Value.TrySetException(new InitialisationFailedException(fault));
            }
        }
    }

    private async Task EndAsync(FunctionProcess process, bool now)
    {
        if (now)
        {
            process.Kill();
        }

        try
        {
            await process.Ended;
        }
        finally
        {
            lock (_gate)
            {
                _live.Remove(process);
                _starts.Remove(process);
                _idle.RemoveAll(idle => idle.Process == process);
            }
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            _slots--;
            StartIfNeeded();
        }
    }

    private void Ready(FunctionProcess process)
    {
        lock (_gate)
        {
            _starts.Remove(process);
            if (_waiting.First is { } waiter)
            {
                _waiting.RemoveFirst();
                waiter.Value.SetResult(process);
            }
            else if (_retired || _closed)
            {
                Stop([process]);
            }
            else
            {
                _idle.Add(new IdleProcess(process, host.Time.GetTimestamp()));
            }
        }
    }
}
