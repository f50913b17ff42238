using Microsoft.Extensions.Time.Testing;

namespace Sluice.World;

/// <summary>A clock that somebody sets while time goes on as before. <see cref="FakeTimeProvider"/> takes its timestamps from the time of day, so they would jump with it.</summary>
internal sealed class SetClock : FakeTimeProvider
{
    /// <summary>By how much it is set: forwards, or backwards.</summary>
    public TimeSpan Moved { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Moved;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
