using Sluice.Local.Cloud.Functions.Streaming;

namespace Sluice.Local.Cloud.Functions.Runtime;

/// <summary>
/// What the Runtime API's state is for one process: not asked yet, waiting for a request, or at work on one. The transport is elsewhere.
/// </summary>
internal sealed class RuntimeConversation(Action onReady)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource<InitialisationFault?> _initialised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LinkedList<TaskCompletionSource<Invocation?>> _polls = new();
    private Invocation? _current;
    private bool _delivered;
    private bool _ready;
    private bool _ended;

    /// <summary>Null when the process asks for its first request; else why it never will.</summary>
    public Task<InitialisationFault?> Initialised => _initialised.Task;

    /// <summary>
    /// The process asks for a request. Who asks while another waits waits behind it: that may be the same runtime on a new connection, whose old one is not seen to be broken yet, or a stranger.
    /// </summary>
    /// <returns>Null if it may not ask now: it has not answered the last one.</returns>
    /// <exception cref="OperationCanceledException">It hung up, or the process has ended.</exception>
    public Task<Invocation?> NextAsync(CancellationToken disconnected)
    {
        TaskCompletionSource<Invocation?> poll;
        lock (_gate)
        {
            if (_ended)
            {
                return Task.FromCanceled<Invocation?>(new CancellationToken(canceled: true));
            }

            if (_current is not null)
            {
                return Task.FromResult(_delivered ? null : Delivered(_current));
            }

            poll = new TaskCompletionSource<Invocation?>(TaskCreationOptions.RunContinuationsAsynchronously);
            _polls.AddLast(poll);
        }

        BecomeReady();
        return WaitAsync(poll, disconnected);
    }

    /// <summary>Hands the process a request; only to one that is ready.</summary>
    /// <returns>False if it has ended.</returns>
    public bool Begin(Invocation invocation)
    {
        lock (_gate)
        {
            if (_ended)
            {
                return false;
            }

            (_current, _ready) = (invocation, false);
            Deliver();
            return true;
        }
    }

    /// <summary>The connection broke before the request got through: who waits gets it, or who asks next.</summary>
    public void Undelivered(Invocation invocation)
    {
        lock (_gate)
        {
            if (_current == invocation)
            {
                Deliver();
            }
        }
    }

    /// <summary>Where the answer to a request that is under way goes as it comes; null if it is to be given whole.</summary>
    public AnswerStream? StreamOf(string requestId)
    {
        lock (_gate)
        {
            return _current?.RequestId == requestId ? _current.Stream : null;
        }
    }

    /// <summary>The process answers. False if it was not asked (any more).</summary>
    public bool Complete(string requestId, InvocationAnswer answer)
    {
        Invocation? current;
        lock (_gate)
        {
            if (_current?.RequestId != requestId)
            {
                return false;
            }

            current = _current;
            _current = null;

            // The runtime answers and asks then: whoever waits by now is somebody else, and must not be before it.
            EndPolls(poll => poll.TrySetResult(null));
        }

        return current.Complete(answer);
    }

    /// <summary>The runtime says that it cannot start. False if it has started.</summary>
    public bool InitialisationFailed(InvocationAnswer answer) => _initialised.TrySetResult(InitialisationFault.Posted(answer));

    /// <summary>The process has ended.</summary>
    public void End(string how)
    {
        Invocation? current;
        lock (_gate)
        {
            _ended = true;
            current = _current;
            _current = null;
            EndPolls(poll => poll.TrySetCanceled(CancellationToken.None));
        }

        _initialised.TrySetResult(InitialisationFault.Of(RuntimeFault.Exited, how));
        current?.Complete(InvocationAnswer.Failure(RuntimeFault.Exited, $"RequestId: {current.RequestId} Error: {how}"));
    }

    private async Task<Invocation?> WaitAsync(TaskCompletionSource<Invocation?> poll, CancellationToken disconnected)
    {
        await using var hungUp = disconnected.Register(() =>
        {
            lock (_gate)
            {
                if (_polls.Remove(poll))
                {
                    poll.TrySetCanceled(disconnected);
                }
            }
        });
        return await poll.Task;
    }

    private void BecomeReady()
    {
        lock (_gate)
        {
            if (_ready || _ended)
            {
                return;
            }

            _ready = true;
        }

        _initialised.TrySetResult(null);
        onReady();
    }

    /// <summary>Under the gate.</summary>
    private void Deliver()
    {
        _delivered = _polls.First is not null;
        if (_polls.First is { } first)
        {
            _polls.RemoveFirst();
            first.Value.SetResult(_current);
        }
    }

    /// <summary>Under the gate.</summary>
    private Invocation Delivered(Invocation current)
    {
        _delivered = true;
        return current;
    }

    /// <summary>Under the gate.</summary>
    private void EndPolls(Action<TaskCompletionSource<Invocation?>> end)
    {
        foreach (var poll in _polls)
        {
            end(poll);
        }

        _polls.Clear();
    }
}
