namespace Sluice.Local.StateMachines.Time;

/// <summary>The thread pool.</summary>
internal sealed class PoolDispatcher : IDispatcher
{
    internal static readonly PoolDispatcher Instance = new();

    public TaskCreationOptions Completions => TaskCreationOptions.RunContinuationsAsynchronously;

#pragma warning disable RS0030 // An effect that fails is caught where effects are done.
    public void Post(Action work) => ThreadPool.UnsafeQueueUserWorkItem(static run => run(), work, preferLocal: false);
#pragma warning restore RS0030
}
