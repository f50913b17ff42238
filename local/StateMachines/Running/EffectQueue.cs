namespace Sluice.Local.StateMachines.Running;

/// <summary>Effects of one execution, done one after the other in the order in which the run asked for them.</summary>
/// <param name="dispatch">Runs something soon, not on the caller's stack.</param>
/// <param name="later">Runs something in a while.</param>
/// <param name="failed">Told of what an effect threw; says whether it is to be done again in a while. Those behind it wait.</param>
internal sealed class EffectQueue(Action<Action> dispatch, Action<Action> later, Func<Exception, bool> failed)
{
    private readonly Lock gate = new();
    private readonly Queue<Action> waiting = new();
    private bool draining;
    private bool quick;

    internal void Add(Action effect)
    {
        lock (gate)
        {
            waiting.Enqueue(effect);
        }
    }

    /// <summary>Adds the last effect, which calls nobody's code: if nothing waits before it, whoever flushes does it at once.</summary>
    internal void AddLast(Action effect)
    {
        lock (gate)
        {
            quick = waiting.Count == 0;
            waiting.Enqueue(effect);
        }
    }

    internal void Flush()
    {
        lock (gate)
        {
            if (draining || waiting.Count == 0)
            {
                return;
            }

            draining = true;
        }

        if (quick)
        {
            Drain();
        }
        else
        {
            dispatch(Drain);
        }
    }

    /// <summary>Forgets what has not been done.</summary>
    internal void Clear()
    {
        lock (gate)
        {
            waiting.Clear();
        }
    }

    private void Drain()
    {
        while (Next() is { } effect)
        {
            if (MustWait(effect))
            {
                later(Drain);
                return;
            }

            lock (gate)
            {
                // It may have been forgotten while it was done.
                if (waiting.TryPeek(out var first) && ReferenceEquals(first, effect))
                {
                    waiting.Dequeue();
                }
            }
        }
    }

    private bool MustWait(Action effect)
    {
        try
        {
            effect();
            return false;
        }
        catch (Exception error)
        {
            return failed(error);
        }
    }

    private Action? Next()
    {
        lock (gate)
        {
            draining = waiting.TryPeek(out var effect);
            return effect;
        }
    }
}
