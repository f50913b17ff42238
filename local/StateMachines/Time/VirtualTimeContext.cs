namespace Sluice.Local.StateMachines.Time;

/// <summary>Brings continuations back to the thread that pumps.</summary>
internal sealed class VirtualTimeContext(VirtualTime clock) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => clock.Post(() => d(state));

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Nobody may wait synchronously for the thread that runs virtual time.");

    public override SynchronizationContext CreateCopy() => this;
}
