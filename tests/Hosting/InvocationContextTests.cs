namespace Sluice.Hosting.Tests;

public sealed class InvocationContextTests : TimeProvider
{
    private readonly DateTimeOffset _start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;
    private TimeSpan _moved;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    [Fact]
    public void The_time_that_remains_is_counted_down_wherever_the_clock_is_set()
    {
        var context = new InvocationContext(this, _start.AddSeconds(30)) { AwsRequestId = "r-1", FunctionName = "f" };

        (_elapsed, _moved) = (TimeSpan.FromSeconds(10), TimeSpan.FromHours(-1));
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(20));
        _moved = TimeSpan.FromDays(1);
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(20));
    }

    public override DateTimeOffset GetUtcNow() => _start + _elapsed + _moved;

    public override long GetTimestamp() => _elapsed.Ticks;
}
