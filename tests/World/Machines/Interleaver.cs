using Sluice.Local.StateMachines.Time;

namespace Sluice.World.Machines;

/// <summary>
/// Lets one of several actors go on at a time, whenever all of them wait before a call, in the order that a list of choices says; afterwards
/// <see cref="Next"/> is the next list, until all have been tried. Once in a schedule it may let time pass instead.
/// </summary>
internal sealed class Interleaver(VirtualTime time, IReadOnlyList<int> choices)
{
    private static readonly TimeSpan _whenAllWait = TimeSpan.FromTicks(1);
    private readonly AsyncLocal<string> _actor = new();
    private readonly List<(string Actor, TaskCompletionSource Go)> _waiting = [];
    private readonly List<(int Chosen, int Of)> _made = [];
    private bool _timeHasPassed;
    private bool _isDue;

    /// <summary>For how long it may let time pass; null if it may not.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>The choices that were made, for a message.</summary>
    public string Made => string.Join(",", _made.Select(made => made.Chosen));

    /// <summary>The next list; null if this was the last.</summary>
    public IReadOnlyList<int>? Next()
    {
        var last = _made.FindLastIndex(made => made.Chosen + 1 < made.Of);
        return last < 0 ? null : [.. _made.Take(last).Select(made => made.Chosen), _made[last].Chosen + 1];
    }

    /// <summary>What an actor does; it waits before each of its calls.</summary>
    public async Task<T> ActAsync<T>(string actor, Func<Task<T>> act)
    {
        _actor.Value = actor;
        return await act();
    }

    /// <summary>Before each call. The calls of others than the actors are not held.</summary>
    public Task GateAsync()
    {
        if (_actor.Value is not { } actor)
        {
            return Task.CompletedTask;
        }

        var go = new TaskCompletionSource();
        _waiting.Add((actor, go));
        _waiting.Sort((left, right) => string.CompareOrdinal(left.Actor, right.Actor));
        ChooseSoon(_whenAllWait);
        return go.Task;
    }

    // Virtual time fires a timer only when nothing else can run: then everyone waits here or for something else.
    private void ChooseSoon(TimeSpan delay)
    {
        if (!_isDue)
        {
            _isDue = true;
            _ = time.CreateTimer(_ => Choose(), null, delay, Timeout.InfiniteTimeSpan);
        }
    }

    private void Choose()
    {
        _isDue = false;
        // A wait that hangs before it is parked is another test's; here time passes while it is parked.
        var mayPass = !_timeHasPassed && Pause is not null && _waiting.TrueForAll(waiting => waiting.Actor != "Bake");
        var options = _waiting.Count + (mayPass ? 1 : 0);
        var chosen = _made.Count < choices.Count ? choices[_made.Count] : 0;
        _made.Add((chosen, options));
        if (chosen == _waiting.Count)
        {
            _timeHasPassed = true;
            ChooseSoon(Pause!.Value);
            return;
        }

        var go = _waiting[chosen].Go;
        _waiting.RemoveAt(chosen);
        go.SetResult();
        if (_waiting.Count > 0)
        {
            ChooseSoon(_whenAllWait);
        }
    }
}
