using System.Text.Json;
using Sluice.Local.Guarding;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Tasks;

/// <summary>
/// Keeps one process ready for the next task, for a while after each: whoever builds once builds again soon. Who does not pays nothing for it, and neither does a suite that builds nothing.
/// </summary>
/// <param name="launch">Starts a process of a definition that stands by.</param>
/// <param name="discard">Ends one that is not needed, and throws away what it has.</param>
/// <param name="unattended">What nobody waits for.</param>
internal sealed class TaskStandby(Func<string, TaskProcess> launch, Func<TaskProcess, Task> discard, Unattended unattended) : IAsyncDisposable
{
    private const string Name = "A process that stands by";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly Lock _lock = new();
    private TaskProcess? _waiting;
    private ITimer? _patience;
    private Task _keeping = Task.CompletedTask;
    private bool _isClosed;

    /// <summary>The process that waits, if it is ready and sees what one sees that is started now: then the task is its.</summary>
    public TaskProcess? Take(WantedTask wanted, IReadOnlyDictionary<string, string> environment)
    {
        if (Remove(waiting => waiting.IsReady && waiting.Definition == wanted.Definition) is not { } taken)
        {
            return null;
        }

        taken.Wanted = wanted;
        if (IsSame(taken.Environment, environment) && taken.Process.TryGive(JsonSerializer.Serialize(wanted.Variables)))
        {
            return taken;
        }

        _ = unattended.Beside(Name, () => discard(taken));
        return null;
    }

    /// <summary>A task has ended: has a process ready for the next one. Nobody waits for that.</summary>
    public void Keep(string definition)
    {
        var ended = Remove(waiting => waiting.Process.Exited.IsCompleted);
        lock (_lock)
        {
            _patience?.Change(Patience, Timeout.InfiniteTimeSpan);
            if (!_isClosed && _waiting is null && _keeping.IsCompleted)
            {
                _keeping = unattended.Start(Name, () => LaunchAsync(definition));
            }
        }

        _ = ended is null ? Task.CompletedTask : unattended.Beside(Name, () => discard(ended));
    }

    public async ValueTask DisposeAsync()
    {
        Task keeping;
        lock (_lock)
        {
            (_isClosed, keeping) = (true, _keeping);
        }

        await keeping;
        await DropAsync();
    }

    private async Task LaunchAsync(string definition)
    {
        try
        {
            var launched = launch(definition);
            lock (_lock)
            {
                _waiting = launched;
                _patience = unattended.Timer(Name, () => _ = unattended.Beside(Name, DropAsync), Patience, Timeout.InfiniteTimeSpan);
            }
        }
        catch (Exception e) when (e is TaskFailedException or IOException or UnauthorizedAccessException)
        {
            // The next task starts as the first one did, or says why it cannot.
        }

        await (_isClosed ? DropAsync() : Task.CompletedTask);
    }

    private Task DropAsync() => Remove(_ => true) is { } waiting ? discard(waiting) : Task.CompletedTask;

    private TaskProcess? Remove(Func<TaskProcess, bool> which)
    {
        lock (_lock)
        {
            if (_waiting is not { } waiting || !which(waiting))
            {
                return null;
            }

            _patience?.Dispose();
            (_waiting, _patience) = (null, null);
            return waiting;
        }
    }

    private static bool IsSame(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
        one.Count == other.Count && one.All(variable => other.TryGetValue(variable.Key, out var value) && value == variable.Value);
}
