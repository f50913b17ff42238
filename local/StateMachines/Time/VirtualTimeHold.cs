namespace Sluice.Local.StateMachines.Time;

/// <summary>Ends a hold on the clock, once.</summary>
internal sealed class VirtualTimeHold(Action release) : IDisposable
{
    private int disposed;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            release();
        }
    }
}
