using Microsoft.Extensions.Logging;
using Sluice.Local.Host.Clocks;
using Sluice.Local.StateMachines.Time;

namespace Sluice.Local.Tests.Host.Clocks;

public sealed class ClockWatchTests : ILogger<ClockWatch>
{
    private readonly VirtualTime _time = new();
    private readonly List<string> _told = [];

    [Fact]
    public void Each_move_of_the_clock_is_told_once() => _time.Run(async () =>
    {
        using var stop = new CancellationTokenSource();
        var watching = new ClockWatch(_time, this).RunAsync(stop.Token);
        await Task.Delay(TimeSpan.FromMinutes(1), _time);
        _told.ShouldBeEmpty();

        _time.MoveWallClock(TimeSpan.FromHours(-1));
        await Task.Delay(TimeSpan.FromMinutes(1), _time);
        _time.MoveWallClock(TimeSpan.FromMinutes(80) + TimeSpan.FromSeconds(5));
        await Task.Delay(TimeSpan.FromMinutes(1), _time);

        _told.ShouldBe(
        [
            "The clock was set back by 1 h; what waits goes on with the time that remained",
            "The clock was set forward by 1 h 20 min 5 s, or this machine slept; what waits goes on with the time that remained",
        ]);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => watching);
    });

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _told.Add(formatter(state, exception));

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;
}
