namespace Sluice.Local.StateMachines.Time;

/// <summary>Where work goes on that must not run on the stack of whoever asks for it. A clock that pumps its own work is one; without one it is the thread pool.</summary>
public interface IDispatcher
{
    /// <summary>How a task is made whose continuations others write: where the dispatcher pumps, they may not pass through the thread pool, of which it knows nothing.</summary>
    TaskCreationOptions Completions { get; }

    /// <summary>Runs the work soon. What it throws is the caller's to catch.</summary>
    void Post(Action work);

    /// <summary>The clock itself if it dispatches, else the thread pool.</summary>
    static IDispatcher Of(TimeProvider time) => time as IDispatcher ?? PoolDispatcher.Instance;
}
