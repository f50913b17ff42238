namespace Sluice.Local.Cloud.Tasks.Sessions;

/// <summary>What was sent to a client and is not acknowledged. A client may let a message pass while it is not ready for it, and is sent it again; and what it does not take the terminal does not print.</summary>
internal sealed class OutputWindow(TimeProvider time)
{
    /// <summary>How many there may be at a time.</summary>
    public const int Most = 64;

    /// <summary>After how long one is sent again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _lock = new();
    private readonly LinkedList<(AgentMessage Message, long SentAt)> _sent = [];
    private TaskCompletionSource _changed = New();
    private long _next;

    /// <summary>Numbers a message and keeps it, when there is room.</summary>
    /// <param name="make">Makes it of its number.</param>
    /// <param name="cancellationToken">Ends the wait for room.</param>
    public async Task<AgentMessage> AddAsync(Func<long, AgentMessage> make, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_sent.Count < Most)
                {
                    var message = make(_next++);
                    _sent.AddLast((message, time.GetTimestamp()));
                    return message;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What is not there is no fault: clients acknowledge twice.</summary>
    public void Acknowledge(Guid id)
    {
        lock (_lock)
        {
            for (var node = _sent.First; node is not null; node = node.Next)
            {
                if (node.Value.Message.Id == id)
                {
                    _sent.Remove(node);
                    _changed.SetResult();
                    _changed = New();
                    return;
                }
            }
        }
    }

    /// <summary>Those that wait for long enough to be sent again, which they count as from now on.</summary>
    public IReadOnlyList<AgentMessage> Due()
    {
        lock (_lock)
        {
            var due = new List<AgentMessage>();
            for (var node = _sent.First; node is not null; node = node.Next)
            {
                if (time.GetElapsedTime(node.Value.SentAt) >= Patience)
                {
                    due.Add(node.Value.Message);
                    node.Value = (node.Value.Message, time.GetTimestamp());
                }
            }

            return due;
        }
    }

    /// <summary>Waits until all is acknowledged.</summary>
    public async Task EmptyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_sent.Count == 0)
                {
                    return;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
