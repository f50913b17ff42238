namespace Sluice.Local.StateMachines.Running;

/// <summary>A time for which the run waits, and what happens then.</summary>
/// <param name="handle">Its number in the run.</param>
/// <param name="due">When it is over, if nobody moves the clock.</param>
/// <param name="length">How long it is waited; null if the clock is to show <paramref name="due"/>.</param>
/// <param name="fired">What happens then.</param>
internal sealed class PendingTimer(int handle, DateTimeOffset due, TimeSpan? length, Action fired)
{
    internal int Handle => handle;

    internal DateTimeOffset Due => due;

    internal TimeSpan? Length => length;

    internal void Fire() => fired();

    /// <summary>What is left of it by the clock, which may have been moved meanwhile: a duration is never longer than it was at its beginning.</summary>
    internal TimeSpan Left(DateTimeOffset now)
    {
        var left = due - now;
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left > length ? length.Value : left;
    }
}
