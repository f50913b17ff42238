namespace Sluice.Hosting.Tests;

public sealed class InvocationContextTests
{
    private readonly SetClock _time = new();

    [Fact]
    public void The_time_that_remains_is_counted_down_wherever_the_clock_is_set()
    {
        var context = new InvocationContext(_time, _time.GetUtcNow().AddSeconds(30)) { AwsRequestId = "r-1", FunctionName = "f" };

        _time.Advance(TimeSpan.FromSeconds(10));
        _time.Moved = TimeSpan.FromHours(-1);
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(20));
        _time.Moved = TimeSpan.FromDays(1);
        context.RemainingTime.ShouldBe(TimeSpan.FromSeconds(20));
    }
}
