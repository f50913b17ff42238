using Sluice.Local.Guarding;

namespace Sluice.Local.Cloud.Alarms;

/// <summary>Rings shortly after the moment that it is set to. Without alarms it is not set, and nothing runs.</summary>
internal sealed class AlarmClock(TimeProvider time, Unattended unattended, Action ring) : IAsyncDisposable
{
    // What happened in the last moment of a period must have been counted.
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(10);
    private ITimer? _timer;

    public void Start() => _timer ??= unattended.Timer("The evaluation of alarms", ring, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Next(DateTimeOffset? moment)
    {
        var wait = moment is { } at ? at - time.GetUtcNow() + Slack : Timeout.InfiniteTimeSpan;
        _timer?.Change(moment is not null && wait < TimeSpan.Zero ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? ValueTask.CompletedTask;
}
